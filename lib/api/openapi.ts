import { api } from '@/lib/addresses/api'
import { plainLanguage } from '@/lib/addresses/names'
import { type Dossier, type Site, say } from '@/lib/model'
import { licenceUrl } from '@/lib/words/site-words'
import { componentSchemas, recordNames } from './description/components'
import { exampleAnswers, type Operation } from './description/examples'
import { type JsonSchema, refTo } from './description/json-schema'
import { type DescribedParameter, parametersOf } from './description/parameters'
import { problemDetails } from './problem'
import { kindOfList, type RecordListName } from './records/schemas'

/** What the operations are for; each stands under one. */
export const apiTags = {
  answers: 'What is allowed on a day, by which rule and change, on what evidence',
  records: 'What all answers rest on, in the form of the files',
  told: 'What reports tell, item by item',
  history: 'What was published, and what happened',
} as const
export type ApiTag = keyof typeof apiTags

const operations: Record<Operation, { tag: ApiTag; summary: string; schema: JsonSchema | 'table' }> = {
  verdict: { tag: 'answers', summary: 'The answer to a question', schema: refTo('Verdict') },
  evidenceTable: {
    tag: 'answers',
    summary: 'The evidence of an answer, the weightiest first, as a table',
    schema: 'table',
  },
  matrix: { tag: 'answers', summary: 'Two dimensions crossed', schema: refTo('Matrix') },
  matrixTable: { tag: 'answers', summary: 'Two dimensions crossed, as a table', schema: 'table' },
  compare: { tag: 'answers', summary: 'The cases that differ between two sides', schema: refTo('Comparison') },
  compareTable: { tag: 'answers', summary: 'The cases that differ between two sides, as a table', schema: 'table' },
  positions: {
    tag: 'answers',
    summary: 'Who is reported to stand where, the oldest first, with all names',
    schema: refTo('Positions'),
  },
  positionsTable: {
    tag: 'answers',
    summary: 'Who is reported to stand where, the oldest first, as a table',
    schema: 'table',
  },
  search: { tag: 'answers', summary: 'Records that hold all words, the best first', schema: refTo('Search') },
  dossiers: { tag: 'records', summary: 'Dossiers, by id', schema: recordsOf('dossiers') },
  sources: { tag: 'records', summary: 'Publishers, by id', schema: recordsOf('sources') },
  rules: { tag: 'records', summary: 'Rules, by dossier and id', schema: recordsOf('rules') },
  changes: { tag: 'records', summary: 'Changes, by dossier and id', schema: recordsOf('changes') },
  actors: { tag: 'records', summary: 'Actors, by dossier and id', schema: recordsOf('actors') },
  reports: {
    tag: 'records',
    summary: 'Reports, by dossier and id; with a filter or `order` as on a timeline, the newest first',
    schema: recordsOf('reports'),
  },
  effects: { tag: 'told', summary: 'What reports say of changes', schema: refTo('EffectEntryPage') },
  toldPositions: { tag: 'told', summary: 'What reports say of stances', schema: refTo('PositionEntryPage') },
  expectations: { tag: 'told', summary: 'Dated forecasts in reports', schema: refTo('ExpectationEntryPage') },
  contradictions: {
    tag: 'told',
    summary: 'Where the reports of a dossier disagree, change by change',
    schema: refTo('ContradictionEntryPage'),
  },
  editions: { tag: 'history', summary: 'Editions, the newest first', schema: refTo('EditionEntryPage') },
  events: { tag: 'history', summary: 'Events, the newest first', schema: refTo('EventPage') },
  statement: { tag: 'history', summary: 'What is signed of an edition', schema: refTo('SignedStatement') },
  proof: {
    tag: 'history',
    summary: 'The proof that records are those of a signed edition, for `rulewire prove`, with their files',
    schema: refTo('Proof'),
  },
}

/** A page of whole records or, with `fields`, of some fields of each. */
function recordsOf(list: RecordListName): JsonSchema {
  return { anyOf: [refTo(`${recordNames[list]}Page`), refTo(`${recordNames[list]}PartPage`)] }
}

/** One operation as OpenAPI describes it. */
export interface DescribedOperation {
  operationId: Operation
  tags: [ApiTag]
  summary: string
  description: string
  parameters: DescribedParameter[]
  responses: Record<string, object>
}

const problem = (status: number, description: string, parameter?: string) => ({
  description,
  content: {
    'application/problem+json': {
      schema: refTo('Problem'),
      example: problemDetails(status, description, parameter),
    },
  },
})

const headers = {
  ETag: {
    description: 'Changes with the answer only: sent back as If-None-Match it makes a 304',
    schema: { type: 'string' },
  },
  'Access-Control-Allow-Origin': { description: 'Always *: any page may read it', schema: { type: 'string' } },
}

/** What there is of signed editions only. */
const ofSigned = new Set<Operation>(['statement', 'proof'])

/** What a list says of itself, beside its summary. */
function descriptionOf(name: Operation, summary: string): string {
  if (name in kindOfList)
    return `${summary}. A page names its edition; \`next\` is the cursor of the one after it, of the same edition whatever is published meanwhile. With \`since\`, what changed after an edition, by the edition that did: carried out in this order it makes of the state of then the state of now.`
  if ('cursor' in api[name].parameters)
    return `${summary}. A page names its edition; \`next\` is the cursor of the one after it, of the same edition whatever is published meanwhile.`
  return `${summary}.`
}

function operationOf(name: Operation, example: unknown, dossiers: readonly Dossier[]): { get: DescribedOperation } {
  const { tag, summary, schema } = operations[name]
  const isTable = schema === 'table'
  const type = isTable ? 'text/csv' : 'application/json'
  return {
    get: {
      operationId: name,
      tags: [tag],
      summary,
      description: descriptionOf(name, summary),
      parameters: parametersOf(api[name], dossiers),
      responses: {
        200: {
          description: summary,
          headers,
          content: { [type]: { schema: isTable ? { type: 'string' } : schema, example } },
        },
        304: { description: 'What If-None-Match names is still the answer' },
        400: problem(400, 'A parameter makes no sense; it is named', 'edition'),
        ...(api[name].path.includes('{dossier}')
          ? {
              404: problem(404, 'There is no such dossier'),
              410: problem(410, 'The dossier was removed; earlier editions have it'),
            }
          : {}),
        ...(ofSigned.has(name) ? { 404: problem(404, 'The edition is not signed', 'edition') } : {}),
      },
    },
  }
}

/** What does not depend on the site, made once. */
let fixed: { examples: Record<Operation, unknown>; schemas: Record<string, JsonSchema> } | undefined

/**
 * What the API of a site offers, as OpenAPI 3.1: by its name and under its terms, with the dimensions of its dossiers as parameters. `root` is scheme and
 * host.
 */
export function openApiOf(
  site: Pick<Site, 'name' | 'licence' | 'contact'>,
  { root, dossiers }: { root: string; dossiers: readonly Dossier[] },
) {
  // Examples are of another dossier, and as they are sent: without what is not there.
  fixed ??= { examples: JSON.parse(JSON.stringify(exampleAnswers())), schemas: componentSchemas() }
  const { examples, schemas } = fixed
  const names = Object.keys(operations) as Operation[]
  return {
    openapi: '3.1.0',
    info: {
      title: say(site.name, plainLanguage).text,
      version: '1',
      summary: 'What is allowed on a day, by which rule and change, on what evidence.',
      description:
        'Answers are public and carry no cookies. Any page may read them. A parameter that an address does not have is refused.',
      ...(site.licence === 'none'
        ? {}
        : { license: { name: say(site.licence.name, plainLanguage).text, url: licenceUrl(site.licence) } }),
      ...contactOf(site),
    },
    servers: [{ url: root, description: 'This site' }],
    security: [],
    tags: Object.entries(apiTags).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(names.map((name) => [api[name].path, operationOf(name, examples[name], dossiers)])),
    components: { schemas },
  }
}

const contactOf = ({ contact }: Pick<Site, 'contact'>) =>
  contact === undefined ? {} : { contact: contact.includes('://') ? { url: contact } : { email: contact } }
