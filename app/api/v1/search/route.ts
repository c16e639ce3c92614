import { answerJson, refuse } from '@/app/_server/api'
import { type Found, findRecords, mostCharacters } from '@/app/_server/search'
import { openSite } from '@/app/_server/site'
import { BadParameterError } from '@/lib/api/question'
import { readSearchParameters, type SearchParameters } from '@/lib/api/search'
import { echoed } from '@/lib/words/echo'

export const dynamic = 'force-dynamic'

/** `/api/v1/search?q=&kind=&dossier=&edition=&page=`: what the search page finds, as JSON. */
export async function GET(request: Request): Promise<Response> {
  try {
    const asked = readSearchParameters(new URL(request.url).searchParams, mostCharacters)
    const { edition, dossiers } = await openSite(asked.edition)
    if (asked.dossier !== undefined && !dossiers.some(({ id }) => id === asked.dossier))
      throw new BadParameterError('dossier', `There is no dossier “${echoed(asked.dossier)}”.`)
    const found = await findRecords(asked)
    if (asked.page > Math.max(1, found.pages))
      throw new BadParameterError(
        'page',
        `There is no page ${asked.page}; the last one is ${Math.max(1, found.pages)}.`,
      )
    return answerJson(formOf(asked, found, edition.number))
  } catch (error) {
    if (error instanceof BadParameterError) return refuse(400, error.message, error.parameter)
    throw error
  }
}

const formOf = ({ words, page }: SearchParameters, found: Found, edition: number) => ({
  q: words,
  edition,
  total: found.total,
  page,
  pages: found.pages,
  counts: found.counts,
  terms: found.query.readings.flatMap(({ dossier, terms }) =>
    terms.map(({ said, values, also }) => ({
      said,
      dossier,
      values: values.map(({ dimension, value }) => ({ dimension: dimension.id, value: value.id })),
      also,
    })),
  ),
  results: found.records.map(({ kind, id, dossier, day, sourcing, publisher, title, snippets }) => ({
    kind,
    dossier: dossier?.id ?? null,
    id,
    day,
    source: publisher?.source.id ?? null,
    sourcing,
    title,
    snippets,
  })),
})
