import { Head } from '@/app/_components/Head'
import { Section } from '@/app/_components/Section'
import { openSite } from '@/app/_server/site'
import { say } from '@/lib/model'
import { type SiteParams, siteMetadata, sitePage } from '../document'

export const dynamic = 'force-dynamic'

export const generateMetadata = siteMetadata<SiteParams>('/feeds', ({ t }) => ({ title: t('feeds.title') }))

export default sitePage<SiteParams>('/feeds', async ({ locale, t, origin }) => {
  const { dossiers } = await openSite()
  const own = `${origin}/${locale}`
  return (
    <>
      <Head kicker={t('site.name')} title={t('feeds.title')} small>
        <p className="standfirst">{t('feeds.intro')}</p>
      </Head>
      <Section id="all" title={t('feeds.all')}>
        <Address title="RSS 2.0" url={`${own}/feed.xml`} />
      </Section>
      <Section id="corrections" title={t('correction.title')}>
        <Address title={t('correction.feed')} url={`${own}/corrections.xml`} />
      </Section>
      <Section id="each" title={t('feeds.perDossier')}>
        <ul className="index-list">
          {dossiers.map(({ id, title }) => (
            <li key={id}>
              <Address
                title={t('feeds.timelineOf', { title: say(title, locale).text })}
                url={`${own}/${id}/feed.xml`}
              />
            </li>
          ))}
        </ul>
      </Section>
      <Section id="filtered" title={t('feeds.filtered')}>
        <div className="prose">
          <p>{t('feeds.filteredText')}</p>
          <p>{t('feeds.what')}</p>
        </div>
      </Section>
    </>
  )
})

const Address = ({ title, url }: { title: string; url: string }) => (
  <>
    <a href={url}>{title}</a>
    <br />
    <code className="address">{url}</code>
  </>
)
