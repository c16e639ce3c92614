import { FeedLinks } from '@/app/_components/page/FeedLinks'
import { FollowForm } from '@/app/_components/page/FollowForm'
import { Head } from '@/app/_components/page/Head'
import { Section } from '@/app/_components/page/Section'
import { openSite } from '@/app/_server/site'
import { siteMetadata, sitePage } from '@/app/[locale]/_frame/document'
import { describeOfSite } from '@/app/[locale]/_frame/listed'
import { calendarFile } from '@/lib/addresses/names'
import { pages } from '@/lib/addresses/pages'
import { recordFolders } from '@/lib/feeds/followed'
import { say } from '@/lib/model'

export const generateMetadata = siteMetadata(pages.feeds, (reader) => ({
  ...describeOfSite(reader, 'feeds'),
  feeds: [{ folder: '/corrections', title: reader.t('correction.title') }],
}))

export default sitePage(pages.feeds, async (reader) => {
  const { t, origin, locale } = reader
  const { dossiers } = await openSite()
  const one = (title: string, folder: string) => (
    <>
      {title}
      <br />
      <FeedLinks reader={reader} folder={folder} />
      <br />
      <code className="address">{`${origin}/${locale}${folder}/feed.xml`}</code>
    </>
  )
  return (
    <>
      <Head kicker={reader.siteName} title={t('feeds.title')} small>
        <p className="standfirst">{t('feeds.intro')}</p>
      </Head>
      {reader.hasMail && (
        <Section id="mail" title={t('feeds.mail')}>
          <p>{t('feeds.mailText')}</p>
          <FollowForm
            reader={reader}
            choices={[
              { what: '', title: t('feeds.all') },
              ...dossiers.map(({ id, title }) => ({ what: `/${id}`, title: say(title, locale).text })),
              { what: '/corrections', title: t('feeds.corrections') },
            ]}
          />
        </Section>
      )}
      <Section id="how" title={t('feeds.howTitle')}>
        <ul className="index-list">
          <li>{t('feeds.howReader')}</li>
          <li>{t('feeds.howSlack')}</li>
          <li>{t('feeds.howPage')}</li>
        </ul>
      </Section>
      <Section id="all" title={t('feeds.all')}>
        {one(reader.siteName, '')}
      </Section>
      {dossiers.length > 0 && (
        <Section id="each" title={t('feeds.perDossier')}>
          <ul className="index-list">
            {dossiers.map(({ id, title }) => (
              <li key={id}>{one(say(title, locale).text, `/${id}`)}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="record" title={t('feeds.perRecord')}>
        <div className="prose">
          <p>{t('feeds.perRecordText')}</p>
        </div>
        <ul className="index-list">
          {recordFolders.map((folder) => (
            <li key={folder}>
              <code className="address">{`${origin}/${locale}/{dossier}/${folder}/{id}/feed.xml`}</code>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="answer" title={t('feeds.perAnswer')}>
        <div className="prose">
          <p>{t('feeds.perAnswerText')}</p>
        </div>
      </Section>
      <Section id="filtered" title={t('feeds.filtered')}>
        <div className="prose">
          <p>{t('feeds.filteredText')}</p>
        </div>
      </Section>
      <Section id="corrections" title={t('correction.title')}>
        {one(t('feeds.corrections'), '/corrections')}
      </Section>
      <Section id="calendars" title={t('feeds.calendars')}>
        <div className="prose">
          <p>{t('feeds.calendarsText')}</p>
        </div>
        <a href={`/${locale}/${calendarFile}`}>{t('calendar.file')}</a>
        <br />
        <code className="address">{`${origin}/${locale}/${calendarFile}`}</code>
      </Section>
      <Section id="list" title={t('feeds.list')}>
        <div className="prose">
          <p>{t('feeds.listText')}</p>
        </div>
        <a href={`/${locale}/feeds.opml`} download>
          OPML 2.0
        </a>
        <br />
        <code className="address">{`${origin}/${locale}/feeds.opml`}</code>
      </Section>
      <Section id="forms" title={t('feeds.forms')}>
        <div className="prose">
          <p>{t('feeds.formsText')}</p>
          <p>{t('feeds.what')}</p>
        </div>
      </Section>
    </>
  )
})
