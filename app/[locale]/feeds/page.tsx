import { Head } from '@/app/_components/Head'
import { Section } from '@/app/_components/Section'
import { publicUrl } from '@/app/_server/address'
import { openSite } from '@/app/_server/site'
import { say } from '@/lib/model'
import { type SiteParams, siteMetadata, sitePage } from '../document'

export const dynamic = 'force-dynamic'

export const generateMetadata = siteMetadata<SiteParams>('/feeds', ({ t }) => ({ title: t('feeds.title') }))

export default sitePage<SiteParams>('/feeds', async ({ locale, t }) => {
  const { dossiers } = await openSite()
  const all = await publicUrl(`/${locale}/feed.xml`)
  const corrections = await publicUrl(`/${locale}/corrections.xml`)
  const each = await Promise.all(
    dossiers.map(async ({ id, title }) => ({
      id,
      title: say(title, locale).text,
      url: await publicUrl(`/${locale}/${id}/feed.xml`),
    })),
  )
  return (
    <>
      <Head kicker={t('site.name')} title={t('feeds.title')} small>
        <p className="standfirst">{t('feeds.intro')}</p>
      </Head>
      <Section id="all" title={t('feeds.all')}>
        <Address title="RSS 2.0" url={all} />
      </Section>
      <Section id="corrections" title={t('correction.title')}>
        <Address title={t('correction.feed')} url={corrections} />
      </Section>
      <Section id="each" title={t('feeds.perDossier')}>
        <ul className="index-list">
          {each.map(({ id, title, url }) => (
            <li key={id}>
              <Address title={t('feeds.timelineOf', { title })} url={url} />
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
