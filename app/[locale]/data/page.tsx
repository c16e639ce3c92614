import { Head } from '@/app/_components/page/Head'
import { Markdown } from '@/app/_components/words/Markdown'
import { type SiteParams, siteMetadata, sitePage } from '@/app/[locale]/_frame/document'
import { readPage } from '@/app/[locale]/_frame/read-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = siteMetadata<SiteParams>('/data', ({ t }) => ({ title: t('pages.data') }))

export default sitePage<SiteParams>('/data', async ({ locale, t }) => (
  <>
    <Head kicker={t('site.name')} title={t('pages.data')} small />
    <Markdown source={await readPage('data', locale)} locale={locale} language={locale} className="prose" />
  </>
))
