import type { Address, Parameter, ParameterKind } from '@/lib/addresses/address'
import { plainLanguage } from '@/lib/addresses/names'
import { type Dimension, type Dossier, say } from '@/lib/model'
import type { JsonSchema } from './json-schema'

/** A parameter as OpenAPI describes it. */
export interface DescribedParameter {
  name: string
  in: 'path' | 'query'
  required?: boolean
  description: string
  schema: JsonSchema
  style?: string
  explode?: boolean
  allowEmptyValue?: boolean
  example?: unknown
}

const id: JsonSchema = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 120 }
const kinds: Record<ParameterKind, JsonSchema> = {
  text: { type: 'string' },
  id,
  code: { type: 'string' },
  day: { type: 'string', format: 'date' },
  // A month or a year means its first day.
  date: { type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' },
  assumption: { type: 'string', pattern: '^[a-z0-9-]+@\\d{4}-\\d{2}-\\d{2}$' },
  number: { type: 'integer', minimum: 1 },
}

/** What a parameter may be given as, by its name; else by its kind. */
const byName: Record<string, unknown> = {
  fields: 'title',
  q: 'leash',
  words: 'leash',
  edition: 1,
  fromEdition: 1,
  toEdition: 1,
  since: 1,
  limit: 10,
  page: 1,
}
const byKind: Partial<Record<ParameterKind, unknown>> = {
  day: '2024-07-01',
  date: '2024-07',
  assumption: 'a-change@2027-01-01',
  id: 'an-id',
}

/** No list has a page that could be named beforehand. */
const withoutExample = new Set(['cursor'])

function exampleOf(name: string, { kind, codes, many }: Parameter): unknown {
  const one = codes?.[0] ?? byName[name] ?? byKind[kind] ?? 'an-id'
  return many ? [one] : one
}

function described([name, parameter]: [string, Parameter]): DescribedParameter {
  const { kind, codes, says = '', required, many } = parameter
  const one: JsonSchema = codes ? { type: 'string', enum: codes } : kinds[kind]
  return {
    name,
    in: 'query',
    ...(required ? { required } : {}),
    description: says,
    ...(many ? { schema: { type: 'array', items: one }, style: 'form', explode: true } : { schema: one }),
    ...(withoutExample.has(name) ? {} : { example: exampleOf(name, parameter) }),
  }
}

/** The dimensions of all dossiers by their ids: one of the same id in several is one parameter, which says in which. */
function dimensionsOf(dossiers: readonly Dossier[]): Map<string, { dimension: Dimension; in: string[] }> {
  const found = new Map<string, { dimension: Dimension; in: string[] }>()
  for (const dossier of dossiers)
    for (const dimension of dossier.dimensions) {
      const known = found.get(dimension.id)
      found.set(dimension.id, { dimension: known?.dimension ?? dimension, in: [...(known?.in ?? []), dossier.id] })
    }
  return found
}

/** The parameters of an address, those of the dimensions of the dossiers among them: each under its own id, as it is sent. */
export function parametersOf(
  { path, parameters, dimensions }: Address,
  dossiers: readonly Dossier[],
): DescribedParameter[] {
  const named = [...dimensionsOf(dossiers)].map(
    ([name, { dimension, in: within }]): DescribedParameter => ({
      name,
      in: 'query',
      description: `${dimension.name ? say(dimension.name, plainLanguage).text : name}, a dimension of ${within.join(', ')}: the id of a value, leaf or inner, of a group or of a member`,
      schema: id,
      ...(dimensions === 'keepEmpty' ? { allowEmptyValue: true } : {}),
      example: dimension.values[0]?.id ?? 'a-value',
    }),
  )
  return [
    ...(path.includes('{dossier}') ? [inPath(dossiers)] : []),
    ...(dimensions === undefined ? [] : named),
    ...Object.entries(parameters).map(described),
  ]
}

const inPath = ([first]: readonly Dossier[]): DescribedParameter => ({
  name: 'dossier',
  in: 'path',
  required: true,
  description: 'Id of a dossier',
  schema: id,
  example: first?.id ?? 'a-dossier',
})
