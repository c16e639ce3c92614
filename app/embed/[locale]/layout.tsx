import type { Viewport } from 'next'
import type { ReactNode } from 'react'
import { currentSite } from '@/app/_server/site'
import { files } from '@/lib/addresses/feeds'
import { localeOf } from '@/lib/model'
import { directionOf } from '@/lib/words/direction'
import '@/app/_styles/site.css'

export const dynamic = 'force-dynamic'

export const viewport: Viewport = { colorScheme: 'light dark' }

interface Props {
  children: ReactNode
  params: Promise<{ locale: string }>
}

/** The document in the frame of another site. Its links open outside of it, for no page of this site may be framed. */
export default async function EmbedLayout({ children, params }: Props) {
  const { locale } = await params
  const site = await currentSite()
  return (
    <html lang={localeOf(locale)} dir={directionOf(localeOf(locale))}>
      <head>
        <base target="_blank" />
      </head>
      <body>
        {site.accent && <link rel="stylesheet" href={files.accent.path} precedence="accent" />}
        {children}
      </body>
    </html>
  )
}
