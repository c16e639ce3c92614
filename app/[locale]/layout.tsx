import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { localeOf, usualLocale } from '@/lib/model'
import { translator } from '@/lib/words/messages'
import '@/app/_styles/site.css'

export const dynamic = 'force-dynamic'

interface Props {
  children: ReactNode
  params: Promise<{ locale: string }>
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#161512' },
  ],
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = translator(localeOf(locale))
  return { title: { template: `%s · ${t('site.name')}`, default: t('site.name') }, description: t('site.tagline') }
}

/** The document; masthead and footer are drawn by each page, which knows its own address. */
export default async function PublicLayout({ children, params }: Props) {
  const { locale } = await params
  return (
    <html lang={localeOf(locale)}>
      <body>
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          title={translator(localeOf(locale))('site.name')}
          href={localeOf(locale) === usualLocale ? '/opensearch.xml' : `/opensearch.xml?language=${locale}`}
        />
        {children}
      </body>
    </html>
  )
}
