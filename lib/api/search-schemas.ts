import type { JsonSchema } from '@/lib/api/description/json-schema'
import { sourcings } from '@/lib/model'
import { searchedKinds } from '@/lib/search/fields'

const text: JsonSchema = { type: 'string' }
const id: JsonSchema = { type: 'string' }
const idOrNull: JsonSchema = { type: ['string', 'null'] }
const kind: JsonSchema = { type: 'string', enum: searchedKinds }
const integer: JsonSchema = { type: 'integer' }
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items })
const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })
const whole = (properties: Record<string, JsonSchema>): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
})

/** The answer to a search, as JSON Schema. */
export const searchSchemas: Record<string, JsonSchema> = {
  Search: whole({
    q: text,
    edition: integer,
    total: integer,
    page: integer,
    pages: integer,
    counts: list(whole({ kind, dossier: id, hits: integer })),
    terms: list(
      whole({ said: text, dossier: id, values: list(whole({ dimension: id, value: id })), also: list(ref('Said')) }),
    ),
    results: list(ref('SearchResult')),
  }),
  SearchResult: whole({
    kind,
    dossier: idOrNull,
    id,
    day: { type: ['string', 'null'] },
    source: idOrNull,
    sourcing: { type: ['string', 'null'], enum: [...sourcings, null] },
    title: ref('Marked'),
    snippets: list(ref('Marked')),
  }),
  Said: whole({ text, language: text }),
  Marked: whole({ language: text, pieces: list(whole({ text, hit: { type: 'boolean' } })) }),
}
