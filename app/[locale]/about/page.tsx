import { Head } from '@/app/_components/Head'
import { Markdown } from '@/app/_components/Markdown'
import { pages } from '@/lib/addresses/pages'
import { siteMetadata, sitePage } from '../document'
import { readPage } from '../read-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = siteMetadata(pages.about, ({ t }) => ({ title: t('pages.about') }))

export default sitePage(pages.about, async ({ locale, t }) => (
  <>
    <Head kicker={t('site.name')} title={t('pages.about')} small />
    <Markdown source={await readPage('about', locale)} locale={locale} language={locale} className="prose" />
  </>
))
