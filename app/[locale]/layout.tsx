import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { currentSite } from '@/app/_server/site'
import { files } from '@/lib/addresses/feeds'
import { icons, manifest } from '@/lib/addresses/pictures'
import { tagSchemas } from '@/lib/citation/tags'
import { type Locale, localeOf, say, type Text, usualLocale } from '@/lib/model'
import { directionOf } from '@/lib/words/direction'
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
  const site = await currentSite()
  const said = (text: Text) => say(text, localeOf(locale)).text
  return {
    // Pages say their own; this is for those that fail.
    title: said(site.name),
    description: said(site.line),
    icons: {
      icon: [
        { url: icons.favicon.path, sizes: '16x16 32x32 48x48', type: 'image/x-icon' },
        { url: files.icon.path, sizes: 'any', type: 'image/svg+xml' },
      ],
      apple: { url: icons.appleTouch.path, sizes: '180x180', type: 'image/png' },
    },
    manifest: inLanguage(manifest.path, localeOf(locale)),
  }
}

/** A file that there is in each language; in the usual one it need not be asked for. */
const inLanguage = (path: string, locale: Locale): string =>
  locale === usualLocale ? path : `${path}?language=${locale}`

/** The document; masthead and footer are drawn by each page, which knows its own address. */
export default async function PublicLayout({ children, params }: Props) {
  const { locale } = await params
  const site = await currentSite()
  return (
    <html lang={localeOf(locale)} dir={directionOf(localeOf(locale))}>
      <body>
        {site.accent && <link rel="stylesheet" href={files.accent.path} precedence="accent" />}
        {Object.entries(tagSchemas).map(([rel, href]) => (
          <link key={rel} rel={rel} href={href} />
        ))}
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          title={say(site.name, localeOf(locale)).text}
          href={inLanguage(files.openSearch.path, localeOf(locale))}
        />
        {children}
      </body>
    </html>
  )
}
