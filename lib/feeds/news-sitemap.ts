import type { DateText, Instant, Locale } from '@/lib/model'
import { htmlText, xmlText } from '@/lib/words/markup-text'

/** A page about something new, in one language. */
export interface NewsPage {
  url: string
  title: string
  locale: Locale
  /** W3C date and time, or a day. */
  published: DateText | Instant
}

/** Addresses that one file may hold (Google, news sitemaps). */
export const mostNews = 1000

/** What is new for search engines of news (sitemaps.org, protocol 0.9, with Google's `news` namespace); `name`: of the site, by language. */
export const toNewsSitemap = (pages: readonly NewsPage[], name: (locale: Locale) => string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">',
    ...pages
      .slice(0, mostNews)
      .map(
        ({ url, title, locale, published }) =>
          `<url><loc>${htmlText(url)}</loc><news:news><news:publication><news:name>${htmlText(name(locale))}</news:name>` +
          `<news:language>${locale}</news:language></news:publication><news:publication_date>${published}</news:publication_date>` +
          `<news:title>${htmlText(xmlText(title))}</news:title></news:news></url>`,
      ),
    '</urlset>',
    '',
  ].join('\n')
