import { Head } from '@/app/_components/page/Head'
import { Markdown } from '@/app/_components/words/Markdown'
import { type SiteParams, siteMetadata, sitePage } from '@/app/[locale]/_frame/document'
import { readPage } from '@/app/[locale]/_frame/read-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = siteMetadata<SiteParams>('/method', ({ t }) => ({ title: t('pages.method') }))

export default sitePage<SiteParams>('/method', async ({ locale, t }) => (
  <>
    <Head kicker={t('site.name')} title={t('pages.method')} small />
    <Markdown source={await readPage('method', locale)} locale={locale} language={locale} className="prose" />
  </>
))
