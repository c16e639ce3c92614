import type { Address, Parameter, ParameterKind } from '@/lib/addresses/address'
import { api } from '@/lib/addresses/api'
import { schemas } from './schemas'

/** What a parameter may be. */
interface Typed {
  type: string
  format?: string
  pattern?: string
  minimum?: number
  additionalProperties?: Typed
}

/** A parameter as OpenAPI describes it. */
interface Described {
  name: string
  in: 'path' | 'query'
  required?: boolean
  description: string
  schema: Typed | { type: 'array'; items: Typed }
  style?: string
  explode?: boolean
}

const day = { type: 'string', format: 'date' }
const kinds: Record<ParameterKind, Typed> = {
  text: { type: 'string' },
  id: { type: 'string' },
  code: { type: 'string' },
  day,
  // A month or a year means its first day.
  date: { type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' },
  assumption: { type: 'string', pattern: '^[a-z0-9-]+@\\d{4}-\\d{2}-\\d{2}$' },
  number: { type: 'integer', minimum: 1 },
}

const described = ([name, { kind, codes, says = '', required, many }]: [string, Parameter]): Described => ({
  name,
  in: 'query',
  ...(required ? { required } : {}),
  description: codes ? `${says}: ${codes.join(', ')}` : says,
  ...(many ? { schema: { type: 'array', items: kinds[kind] }, style: 'form', explode: true } : { schema: kinds[kind] }),
})

const dossier: Described = {
  name: 'dossier',
  in: 'path',
  required: true,
  description: 'Id of a dossier',
  schema: { type: 'string' },
}
const values: Described = {
  name: 'values',
  in: 'query',
  description: 'Per dimension of the dossier a value, leaf or inner, a group or a member: equipment=warship',
  schema: { type: 'object', additionalProperties: { type: 'string' } },
  style: 'form',
  explode: true,
}

const parametersOf = ({ path, parameters, dimensions }: Address): Described[] => [
  ...(path.includes('{dossier}') ? [dossier] : []),
  ...(dimensions === undefined ? [] : [values]),
  ...Object.entries(parameters).map(described),
]

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const get = (operationId: keyof typeof api, summary: string, type = 'application/json') => ({
  get: {
    operationId,
    summary,
    parameters: parametersOf(api[operationId]),
    responses: {
      200: {
        description: summary,
        content: { [type]: { schema: type === 'text/csv' ? { type: 'string' } : schemaOf(operationId) } },
      },
      400: problem('A parameter makes no sense; it is named'),
      404: problem('There is no such dossier'),
    },
  },
})

const answers = new Map<string, keyof typeof schemas>([
  ['verdict', 'Verdict'],
  ['matrix', 'Matrix'],
  ['compare', 'Comparison'],
  ['positions', 'Positions'],
])

function schemaOf(operationId: string) {
  const name = answers.get(operationId)
  return name ? { $ref: `#/components/schemas/${name}` } : { type: 'object' }
}

/** What the API offers, as OpenAPI 3.1. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'Rulewire',
    version: '1',
    description:
      'What is allowed on a day, by which rule and change, on what evidence. Answers are public and carry no cookies.',
  },
  paths: {
    [api.verdict.path]: get('verdict', 'The answer to a question'),
    [api.matrix.path]: get('matrix', 'Two dimensions crossed'),
    [api.evidenceTable.path]: get(
      'evidenceTable',
      'The evidence of an answer, the weightiest first, as a table',
      'text/csv',
    ),
    [api.matrixTable.path]: get('matrixTable', 'Two dimensions crossed, as a table', 'text/csv'),
    [api.positions.path]: get('positions', 'Who is reported to stand where, the oldest first'),
    [api.positionsTable.path]: get(
      'positionsTable',
      'Who is reported to stand where, the oldest first, as a table',
      'text/csv',
    ),
    [api.search.path]: get('search', 'Records that hold all words, best first'),
    [api.compare.path]: get('compare', 'The cases that differ between two sides'),
    [api.compareTable.path]: get('compareTable', 'The cases that differ between two sides, as a table', 'text/csv'),
  },
  components: { schemas },
}
