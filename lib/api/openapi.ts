import type { Address, Parameter, ParameterKind } from '@/lib/addresses/address'
import { api } from '@/lib/addresses/api'
import { dispositions, stages } from '@/lib/model'

/** A parameter as OpenAPI describes it. */
interface Described {
  name: string
  in: 'path' | 'query'
  required?: boolean
  description: string
  schema: { type: string; format?: string; minimum?: number; enum?: readonly string[] }
  style?: string
  explode?: boolean
}

const day = { type: 'string', format: 'date' }
const schemas: Record<ParameterKind, Described['schema']> = {
  text: { type: 'string' },
  id: { type: 'string' },
  code: { type: 'string' },
  day,
  date: day,
  number: { type: 'integer', minimum: 1 },
}

const described = ([name, { kind, codes, says = '', required }]: [string, Parameter]): Described => ({
  name,
  in: 'query',
  ...(required ? { required } : {}),
  description: codes ? `${says}: ${codes.join(', ')}` : says,
  schema: schemas[kind],
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
  description: 'Per dimension of the dossier a value, leaf or inner: equipment=warship',
  schema: { type: 'object' },
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

const schemaOf = (operationId: string) =>
  operationId === 'verdict' ? { $ref: '#/components/schemas/Verdict' } : { type: 'object' }

const nullable = (type: string) => ({ type: [type, 'null'] })
const list = (items: object) => ({ type: 'array', items })

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
    [api.matrixTable.path]: get('matrixTable', 'Two dimensions crossed, as a table', 'text/csv'),
    [api.search.path]: get('search', 'Records that hold all words, best first'),
    [api.compare.path]: get('compare', 'The cases that differ between two sides'),
    [api.compareTable.path]: get('compareTable', 'The cases that differ between two sides, as a table', 'text/csv'),
  },
  components: {
    schemas: {
      Verdict: {
        type: 'object',
        properties: {
          disposition: { enum: [...dispositions, 'mixed'] },
          rule: nullable('string'),
          change: nullable('string'),
          since: nullable('string'),
          conditions: list({ type: ['string', 'object'] }),
          conflict: { type: 'boolean' },
          evidence: list({ type: 'object' }),
          overridden: list({ type: 'object' }),
          pending: list({ type: 'object', properties: { stage: { enum: [...stages] } } }),
          on: day,
          known: { ...day, type: ['string', 'null'] },
          edition: { type: 'integer' },
          cases: list({ type: 'object' }),
          casesLeftOut: { type: 'integer', description: 'Cases that are not listed: name more values' },
        },
      },
      Problem: {
        type: 'object',
        description: 'RFC 9457',
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          detail: { type: 'string' },
          parameter: { type: 'string' },
        },
      },
    },
  },
}
