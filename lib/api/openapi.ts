import { dispositions, stages } from '@/lib/model'
import { searchedKinds } from '@/lib/search/fields'

/** A parameter of an address. */
interface Parameter {
  name: string
  in: 'path' | 'query'
  required?: boolean
  description: string
  schema: { type: string; format?: string; minimum?: number }
  style?: string
  explode?: boolean
}

const query = (name: string, description: string, schema: Parameter['schema'] = { type: 'string' }): Parameter => ({
  name,
  in: 'query',
  description,
  schema,
})

const dossier: Parameter = {
  name: 'dossier',
  in: 'path',
  required: true,
  description: 'Id of a dossier',
  schema: { type: 'string' },
}
const day = { type: 'string', format: 'date' }
const number = { type: 'integer', minimum: 1 }
const edition = query('edition', 'The tracker as it stood at this edition', number)
const moment = [
  query('on', 'The day that is asked about, from 1900-01-01 to 50 years from today; left out: today', day),
  query('known', 'Only reports published by this day count; not a day to come', day),
  edition,
]
const values: Parameter = {
  ...query('values', 'Per dimension of the dossier a value, leaf or inner: equipment=warship', { type: 'object' }),
  style: 'form',
  explode: true,
}
const sides = (['from', 'to'] as const).flatMap((side) => [
  query(side, `Day of the ${side === 'from' ? 'earlier' : 'later'} side`, day),
  query(`${side}Known`, 'Only reports published by this day count on this side; not a day to come', day),
  query(`${side}Edition`, 'Edition of this side', number),
])
const axes = [
  query('rows', 'Dimension of the rows'),
  query('columns', 'Dimension of the columns'),
  query('rowsFrom', 'First row of a part of a large matrix: `leftOut.next` of an answer names it'),
  query('columnsFrom', 'First column of a part of a large matrix'),
]

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const get = (operationId: string, summary: string, parameters: Parameter[], type = 'application/json') => ({
  get: {
    operationId,
    summary,
    parameters,
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
    '/api/v1/dossiers/{dossier}/verdict': get('verdict', 'The answer to a question', [dossier, values, ...moment]),
    '/api/v1/dossiers/{dossier}/matrix': get('matrix', 'Two dimensions crossed', [dossier, ...axes, values, ...moment]),
    '/api/v1/dossiers/{dossier}/matrix.csv': get(
      'matrixTable',
      'Two dimensions crossed, as a table',
      [dossier, ...axes, values, ...moment],
      'text/csv',
    ),
    '/api/v1/search': get('search', 'Records that hold all words, best first', [
      { ...query('q', 'Words, and phrases in quotes; 200 characters at the most'), required: true },
      query('kind', `Only records of this kind: ${searchedKinds.join(', ')}`),
      query('dossier', 'Only records of this dossier'),
      query('page', 'Which page of twenty records', number),
      query('language', 'Language of titles that have several: en or ja'),
      edition,
    ]),
    '/api/v1/dossiers/{dossier}/compare': get('compare', 'The cases that differ between two sides', [
      dossier,
      values,
      ...sides,
    ]),
    '/api/v1/dossiers/{dossier}/compare.csv': get(
      'compareTable',
      'The cases that differ between two sides, as a table',
      [dossier, values, ...sides],
      'text/csv',
    ),
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
