import { about, answerJson } from '@/app/_server/api'
import { type Found, findRecords, mostCharacters } from '@/app/_server/search'
import { openSite } from '@/app/_server/site'
import { api } from '@/lib/addresses/api'
import { readSearchParameters, type SearchParameters } from '@/lib/api/search'
import { dossierOf } from '@/lib/asking/read'
import { BadParameter } from '@/lib/asking/refusal'

export const dynamic = 'force-dynamic'

/** `/api/v1/search?q=&kind=&dossier=&edition=&page=`: what the search page finds, as JSON. */
export const GET = about(api.search, async (query) => {
  const asked = readSearchParameters(query, mostCharacters)
  const { edition, dossiers } = await openSite(asked.edition)
  dossierOf(query, 'dossier', dossiers)
  const found = await findRecords(asked)
  const pages = Math.max(1, found.pages)
  if (asked.page > pages) throw new BadParameter('page', String(asked.page), { code: 'badPage', pages })
  return answerJson(formOf(asked, found, edition.number))
})

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
  results: found.records.map(({ kind, id, dossier, date, sourcing, publisher, title, snippets }) => ({
    kind,
    dossier: dossier?.id ?? null,
    id,
    day: date,
    source: publisher?.source.id ?? null,
    sourcing,
    title,
    snippets,
  })),
})
