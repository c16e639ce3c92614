import type { NamesOf } from '@/lib/addresses/address'
import type { api } from '@/lib/addresses/api'
import type { Query } from '@/lib/asking/query'
import { editionOf, pageOf, shortTextOf, textOf, wordOf } from '@/lib/asking/read'
import { BadParameter } from '@/lib/asking/refusal'
import { type Locale, locales, usualLocale } from '@/lib/model'
import { type SearchedKind, searchedKinds } from '@/lib/search/fields'

/** What an address of the API searches for. */
export interface SearchParameters {
  words: string
  kind: SearchedKind | undefined
  dossier: string | undefined
  edition: number | undefined
  /** Counted from 1. */
  page: number
  /** In which language titles are given where there are several. */
  locale: Locale
}

/** Reads the parameters of a search; `most` characters are allowed in `q`. Throws `BadParameter`. */
export function readSearchParameters(query: Query<NamesOf<typeof api.search>>, most: number): SearchParameters {
  const words = shortTextOf(query, 'q', most)
  if (words === undefined) throw new BadParameter('q', '', { code: 'missing' })
  return {
    words,
    kind: wordOf(query, 'kind', searchedKinds),
    page: pageOf(query, 'page'),
    locale: wordOf(query, 'language', locales) ?? usualLocale,
    dossier: textOf(query, 'dossier'),
    edition: editionOf(query, 'edition'),
  }
}
