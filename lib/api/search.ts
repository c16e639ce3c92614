import { isLocale, type Locale, type RecordKind } from '@/lib/model'
import { searchedKinds } from '@/lib/search/fields'
import { echoed } from '@/lib/words/echo'
import { BadParameterError, readEdition, readText } from './question'

/** What an address of the API searches for. */
export interface SearchParameters {
  words: string
  kind: RecordKind | undefined
  dossier: string | undefined
  edition: number | undefined
  /** Counted from 1. */
  page: number
  /** In which language titles are given where there are several. */
  locale: Locale
}

const known = ['q', 'kind', 'dossier', 'edition', 'page', 'language']

/** Reads the parameters of a search; `most` characters are allowed in `q`. Throws `BadParameterError`. */
export function readSearchParameters(parameters: URLSearchParams, most: number): SearchParameters {
  for (const name of parameters.keys())
    if (!known.includes(name))
      throw new BadParameterError(name, `“${echoed(name)}” is not a parameter here. Known are ${known.join(', ')}.`)
  const words = readText(parameters, 'q')
  if (words === undefined) throw new BadParameterError('q', 'Give the words to search for in “q”.')
  if (words.length > most) throw new BadParameterError('q', `“q” is longer than ${most} characters.`)
  const kind = readText(parameters, 'kind')
  const found = searchedKinds.find((one) => one === kind)
  if (kind !== undefined && !found)
    throw new BadParameterError(
      'kind',
      `“${echoed(kind)}” is not a kind of record. Known are ${searchedKinds.join(', ')}.`,
    )
  const page = readText(parameters, 'page') ?? '1'
  if (!/^[1-9]\d{0,5}$/.test(page)) throw new BadParameterError('page', `“${echoed(page)}” is not the number of a page`)
  const language = readText(parameters, 'language') ?? 'en'
  if (!isLocale(language))
    throw new BadParameterError('language', `“${echoed(language)}” is not a language of this site`)
  const dossier = readText(parameters, 'dossier')
  return { words, kind: found, dossier, edition: readEdition(parameters), page: Number(page), locale: language }
}
