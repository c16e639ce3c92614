import type { Day, Locale } from '@/lib/model'
import { htmlText } from '@/lib/words/markup-text'

export const sitemapType = 'application/xml; charset=utf-8'

/** A page that stands in every language. */
export interface SitePage {
  /** Below the language; empty for the front page. */
  path: string
  /** The day on which it last changed. */
  changed: Day
}

/** Addresses that one file may hold (sitemaps.org, protocol 0.9). */
const mostAddresses = 50_000

interface SitemapRequest {
  /** Scheme and host, without a slash at the end. */
  root: string
  /** Which part, from 1; undefined: the whole or, where that is too long, the index of the parts. */
  part?: number | undefined
  most?: number
  /** Those that readers are offered. */
  languages: readonly Locale[]
}

/**
 * The pages of the site for search engines (sitemaps.org, protocol 0.9), each address with those of the same page in the other
 * languages (`xhtml:link`). Null for a part that there is not.
 */
export function toSitemap(
  pages: readonly SitePage[],
  { root, part, most = mostAddresses, languages }: SitemapRequest,
): string | null {
  const size = Math.max(1, Math.floor(most / Math.max(1, languages.length)))
  if (part === undefined && pages.length <= size) return urlSet(pages, { root, languages })
  const parts = Array.from({ length: Math.ceil(pages.length / size) }, (_, at) =>
    pages.slice(at * size, (at + 1) * size),
  )
  if (part === undefined) return indexOf(parts, root)
  const found = parts.length > 1 ? parts[part - 1] : undefined
  return found ? urlSet(found, { root, languages }) : null
}

const head = '<?xml version="1.0" encoding="UTF-8"?>'
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

type Place = Pick<SitemapRequest, 'root' | 'languages'>

const urlSet = (pages: readonly SitePage[], place: Place): string =>
  [
    head,
    `<urlset ${namespace} xmlns:xhtml="http://www.w3.org/1999/xhtml">`,
    ...pages.flatMap((page) => urlsOf(page, place)),
    '</urlset>',
    '',
  ].join('\n')

function urlsOf({ path, changed }: SitePage, { root, languages }: Place): string[] {
  const addresses = languages.map((locale) => ({ locale, address: htmlText(`${root}/${locale}${path}`) }))
  const links = addresses.map(
    ({ locale, address }) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${address}"/>`,
  )
  return addresses.map(
    ({ address }) => `<url><loc>${address}</loc><lastmod>${changed}</lastmod>${links.join('')}</url>`,
  )
}

const indexOf = (parts: readonly (readonly SitePage[])[], root: string): string =>
  [
    head,
    `<sitemapindex ${namespace}>`,
    ...parts.map((pages, at) => {
      const changed = pages.reduce((last, page) => (page.changed > last ? page.changed : last), '')
      return `<sitemap><loc>${htmlText(`${root}/sitemap.xml?part=${at + 1}`)}</loc><lastmod>${changed}</lastmod></sitemap>`
    }),
    '</sitemapindex>',
    '',
  ].join('\n')
