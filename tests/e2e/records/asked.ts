import type { APIRequestContext } from '@playwright/test'
import type { Operation } from '@/lib/api/description/examples'
import type { Document } from '../../support/requests/described-api'

const dossier = 'japan-defence-transfers'

/** Values of sense for the parameters of the API, on the content of the common site. */
const sound: Record<string, string> = {
  dossier,
  id: 'komeito',
  edition: '1',
  fromEdition: '1',
  toEdition: '1',
  since: '1',
  limit: '2',
  fields: 'id',
  order: 'newest',
  rule: 'weapons-five-purposes',
  change: 'co-developed-to-third-countries',
  actor: 'komeito',
  report: '2023-08-23-kyodo-lethal-weapons-non-combat',
  source: 'kyodo-news',
  stage: 'agreed',
  effect: 'moves',
  from: '2023-01',
  to: '2024',
  words: 'weapons',
  discredited: 'with',
  about: 'dates',
  state: 'open',
  known: '2024-01-01',
  fromKnown: '2024-01-01',
  toKnown: '2024-06-01',
  on: '2023-08-23',
  assume: 'weapons-within-five-purposes@2023-09-01',
  rows: 'equipment',
  columns: 'recipient',
  rowsFrom: 'weapon',
  columnsFrom: 'partner',
  equipment: 'warship',
  recipient: 'other-agreement-state',
  purpose: 'minesweeping',
  q: 'weapons',
  page: '1',
  language: 'ja',
}
/** Where a parameter means something else. */
const own: Partial<Record<Operation, Record<string, string>>> = {
  search: { kind: 'report' },
  events: { kind: 'reported' },
  proof: { kind: 'actor' },
  compare: { assume: 'weapons-within-five-purposes@2024-02-01' },
  compareTable: { assume: 'weapons-within-five-purposes@2024-02-01' },
}
/** What an operation is asked with whatever else is asked. */
const needed: Partial<Record<Operation, Record<string, string>>> = {
  search: { q: 'weapons' },
  proof: { kind: 'actor', dossier, id: 'komeito' },
  verdict: { on: '2023-08-23' },
  evidenceTable: { on: '2023-08-23' },
  matrix: { on: '2023-08-23' },
  matrixTable: { on: '2023-08-23' },
  compare: { from: '2023-08-01', to: '2023-08-23' },
  compareTable: { from: '2023-08-01', to: '2023-08-23' },
}
const inDossier = ['rule', 'change', 'actor', 'report']

export interface Asking {
  operation: Operation
  path: string
  parameters: Document['paths'][string]['get']['parameters']
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}

/** All operations that a document describes. */
export const operationsOf = ({ paths }: Document): Asking[] =>
  Object.entries(paths).map(([path, { get }]) => ({
    operation: get.operationId,
    path: path.replace('{dossier}', dossier),
    parameters: get.parameters.filter((one) => one.in === 'query'),
    responses: get.responses as Asking['responses'],
  }))

/** The least that an operation is asked with. */
export const leastOf = ({ operation }: Pick<Asking, 'operation'>): Record<string, string> => needed[operation] ?? {}

/** As `leastOf`, with one parameter more that makes sense; null where there is none beforehand. */
export function withSound({ operation, path, parameters }: Asking, name: string): Record<string, string> | null {
  if (name === 'cursor') return null
  const value = own[operation]?.[name] ?? sound[name]
  // Dimensions of the other dossiers are none of this one.
  if (value === undefined) return null
  const isFlat = !path.includes(dossier) && parameters.some((one) => one.name === 'dossier')
  const place: Record<string, string> = isFlat && inDossier.includes(name) ? { dossier } : {}
  return { ...leastOf({ operation }), ...place, [name]: value }
}

/** The document of a running site. */
export async function documentOf(request: APIRequestContext): Promise<Document> {
  return (await request.get('/api/v1/openapi.json')).json()
}
