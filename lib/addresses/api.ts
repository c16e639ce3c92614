import { searchedKinds } from '@/lib/search/fields'
import type { Address, Parameter } from './address'
import { languages } from './names'
import { assumptions, assumptionsThere, axes, moment, parameter, pins, sides } from './parameters'
import { contradictionList, editionList, entryLists, eventList, proofOf, recordLists } from './records'

/** What the API answers; of several values of a parameter the first counts. */
const answer = <Path extends string, Name extends string = never, More extends Partial<Address> = object>(
  path: Path,
  parameters?: Readonly<Record<Name, Parameter>>,
  more?: More,
): Address<`/api/v1/${Path}`, Name> & More => ({
  path: `/api/v1/${path}` as const,
  parameters: (parameters ?? {}) as Readonly<Record<Name, Parameter>>,
  repeated: 'first',
  absolute: false,
  ...(more as More),
})

/** A day may be written as a month or a year here: then it is its first day. */
const days = <Name extends string>(parameters: Readonly<Record<Name, Parameter>>): Readonly<Record<Name, Parameter>> =>
  Object.fromEntries(
    Object.entries<Parameter>(parameters).map(([name, one]) => [
      name,
      one.kind === 'day' ? { ...one, kind: 'date' } : one,
    ]),
  ) as Readonly<Record<Name, Parameter>>

const question = days({ ...moment, edition: pins.edition, ...assumptions })
const crossed = days({ ...axes, ...question })
const compared = days({ ...sides, ...assumptionsThere })
const positions = {
  actor: parameter.id('Only positions of this actor and of those who belonged to it on the date'),
  change: parameter.id('Only positions on this change'),
  from: parameter.date('Only positions of this day or later; of a month or a year from its first day'),
  to: parameter.date('Only positions of this day or earlier; of a month or a year up to its last day'),
  edition: pins.edition,
}
/** Lists hold the addresses of pages. */
const list = <Path extends string, Name extends string>(path: Path, parameters: Readonly<Record<Name, Parameter>>) =>
  answer(path, parameters, { absolute: true })

const open = { dimensions: 'dropEmpty' as const }
const fixed = { dimensions: 'keepEmpty' as const }

/** Every address of the API. */
export const api = {
  openApi: answer('openapi.json', undefined, { absolute: true }),
  dossiers: list('dossiers', recordLists.dossiers),
  sources: list('sources', recordLists.sources),
  rules: list('rules', recordLists.rules),
  changes: list('changes', recordLists.changes),
  actors: list('actors', recordLists.actors),
  reports: list('reports', recordLists.reports),
  effects: list('effects', entryLists.effects),
  toldPositions: list('positions', entryLists.positions),
  expectations: list('expectations', entryLists.expectations),
  editions: list('editions', editionList),
  events: list('events', eventList),
  statement: answer('statement', { edition: pins.edition }),
  proof: answer('proof', proofOf, { absolute: true }),
  contradictions: list('dossiers/{dossier}/contradictions', contradictionList),
  verdict: answer('dossiers/{dossier}/verdict', question, open),
  evidenceTable: answer('dossiers/{dossier}/evidence.csv', question, open),
  matrix: answer('dossiers/{dossier}/matrix', crossed, fixed),
  matrixTable: answer('dossiers/{dossier}/matrix.csv', crossed, fixed),
  compare: answer('dossiers/{dossier}/compare', compared, open),
  compareTable: answer('dossiers/{dossier}/compare.csv', compared, open),
  positions: answer('dossiers/{dossier}/positions', positions),
  positionsTable: answer('dossiers/{dossier}/positions.csv', positions),
  search: answer('search', {
    q: {
      ...parameter.text('Words, and phrases in quotes; 200 characters at the most'),
      required: true as const,
    },
    kind: parameter.code(searchedKinds, 'Only records of this kind'),
    dossier: parameter.id('Only records of this dossier'),
    page: parameter.number('Which page of twenty records'),
    language: parameter.code(languages, 'Language of titles that have several'),
    edition: pins.edition,
  }),
}
