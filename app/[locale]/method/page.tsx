import { Head } from '@/app/_components/Head'
import { Markdown } from '@/app/_components/Markdown'
import { pages } from '@/lib/addresses/pages'
import { siteMetadata, sitePage } from '../document'
import { readPage } from '../read-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = siteMetadata(pages.method, ({ t }) => ({ title: t('pages.method') }))

export default sitePage(pages.method, async ({ locale, t }) => (
  <>
    <Head kicker={t('site.name')} title={t('pages.method')} small />
    <Markdown source={await readPage('method', locale)} locale={locale} language={locale} className="prose" />
  </>
))
