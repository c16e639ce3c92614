import { Head } from '@/app/_components/Head'
import { Markdown } from '@/app/_components/Markdown'
import { pages } from '@/lib/addresses/pages'
import { siteMetadata, sitePage } from '../document'
import { readPage } from '../read-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = siteMetadata(pages.data, ({ t }) => ({ title: t('pages.data') }))

export default sitePage(pages.data, async ({ locale, t }) => (
  <>
    <Head kicker={t('site.name')} title={t('pages.data')} small />
    <Markdown source={await readPage('data', locale)} locale={locale} language={locale} className="prose" />
  </>
))
