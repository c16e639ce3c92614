import type { Locale } from '@/lib/model'
import { htmlText, xmlText } from '@/lib/words/markup-text'

/** Media type of a description document (OpenSearch 1.1, section "OpenSearch description document"). */
export const descriptionType = 'application/opensearchdescription+xml; charset=utf-8'

interface Described {
  name: string
  description: string
  locale: Locale
  /** Absolute addresses of the search page and of the icon. */
  page: string
  icon: string
}

/** How a browser may search the site (OpenSearch 1.1, draft 6). A short name has sixteen characters at the most. */
export function openSearchDescription({ name, description, locale, page, icon }: Described): string {
  const text = (said: string) => htmlText(xmlText(said))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `  <ShortName>${text(name.slice(0, 16))}</ShortName>`,
    `  <Description>${text(description)}</Description>`,
    `  <Url type="text/html" method="get" template="${text(page)}?q={searchTerms}"/>`,
    `  <Image type="image/svg+xml">${text(icon)}</Image>`,
    `  <Language>${locale}</Language>`,
    '  <InputEncoding>UTF-8</InputEncoding>',
    '</OpenSearchDescription>',
    '',
  ].join('\n')
}
