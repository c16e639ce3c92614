import type { Work } from './work'

/**
 * What reference managers go by that read pages, Zotero's “Embedded Metadata” before all: a type of Zotero's own names as `DC.type`,
 * or of the Bibliographic Ontology where Open Graph would speak louder.
 */
const types: Record<Work['kind'], readonly [name: string, type: string]> = {
  news: ['DC.type', 'newspaperArticle'],
  official: ['DC.type', 'report'],
  page: ['DC.type', 'webpage'],
  law: ['bibo.type', 'Legislation'],
}

/** The namespaces of the names that these tags begin with, for `link rel="schema.…"` (DCMI, Expressing Dublin Core in HTML). */
export const tagSchemas = {
  'schema.DC': 'http://purl.org/dc/elements/1.1/',
  'schema.bibo': 'http://purl.org/ontology/bibo/',
} as const

/**
 * What a page is about as its head tags say it, a name each: Highwire Press (`citation_…`) and Dublin Core. Institutions stand as
 * publisher only: an author would be taken for a person and parted into names.
 */
export function citationTags({ kind, author, title, container, issued, url, language, authority }: Work) {
  const [typed, type] = types[kind]
  const publisher = author ?? authority
  // Where no date is told Zotero takes the first one that the page shows, which is today's.
  const date = issued ?? 'n.d.'
  const tags = {
    citation_title: title,
    citation_publication_date: date,
    citation_publisher: publisher,
    citation_language: language,
    citation_public_url: url,
    'DC.title': title,
    [typed]: type,
    'DC.source': container,
    'DC.publisher': publisher,
    'DC.date': date,
    'DC.language': language,
    'DC.identifier': url,
  }
  return Object.fromEntries(
    Object.entries(tags).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])),
  )
}
