import { pageOfRecord } from '@/lib/api/records/record-form'
import type { ContradictionForm } from '@/lib/api/records/schemas'
import { contradictionKinds, dispositions, stages } from '@/lib/model'
import { type ClassStates, mostStateCases, type Period, type SharedDecision, type Status } from '@/lib/policy'
import { column, dates, type ReadColumn, texts } from '../column'
import { type Place, type Row, table, textIn } from '../table'
import { ofDossier } from './records'

/* What the engine works out. */

/** A stretch of days over which something stays as it is. */
const stretch = <Item extends { period: Period<unknown> }>(): ReadColumn<Item>[] => [
  column('from', 'date', 'The first day of the stretch', ({ period }) => period.from, {
    term: 'eli:first_date_entry_in_force',
  }),
  ...dates<Item>('from_told', 'The same as the sources give it', ({ period }) => period.shown).slice(0, 1),
  column('until', 'date', 'The last day of the stretch; none while it lasts', ({ period }) => period.until, {
    term: 'eli:date_no_longer_in_force',
  }),
]

/** What a class of cases was told over one stretch; classes are numbered in tree order, from 0. */
export interface PlacedState {
  dossier: string
  number: number
  of: Pick<ClassStates, 'where' | 'example' | 'cases'>
  period: Period<SharedDecision>
}

const dossierPage = (row: Row, { root }: Place): string =>
  String(pageOfRecord('dossier', { dossier: '', id: textIn(row, 'dossier') }, root))

export const stateTable = table<PlacedState>('states', {
  says: `The answer to a class of cases, which the same rules cover, over one stretch of days; before its first row, and of a class without one, nothing was said. Dossiers of more than ${mostStateCases} cases have none`,
  key: ['dossier', 'class', 'from'],
  columns: [
    ofDossier(),
    column(
      'class',
      'integer',
      'The number of the class in the dossier at this edition, from 0',
      ({ number }) => number,
    ),
    ...stretch<PlacedState>(),
    column('disposition', 'string', 'The answer', ({ period }) => period.value.disposition, { words: dispositions }),
    column('rule', 'string', 'The rule that decides', ({ period }) => period.value.rule, { refers: 'rules' }),
    column('change', 'string', 'The change by which it says so', ({ period }) => period.value.change, {
      refers: 'changes',
    }),
    column('since', 'date', 'Since when it says so', ({ period }) => period.value.since),
    column('conditions', 'array', 'On which conditions', ({ period }) => period.value.conditions),
    column(
      'conflict',
      'boolean',
      'Whether another rule of the same day says something else',
      ({ period }) => period.value.conflict,
    ),
    column('duties', 'array', 'What also applies', ({ period }) => period.value.duties),
    column('cases', 'integer', 'How many cases the class has', ({ of }) => of.cases),
    column(
      'where',
      'array',
      'Which cases: blocks of values by dimension, all where one is left out',
      ({ of }) => of.where,
    ),
    column('example', 'object', 'One of the cases', ({ of }) => of.example),
  ],
  rdf: {
    subject: (row, place) => `${dossierPage(row, place)}/matrix#class-${row.class}-${textIn(row, 'from')}`,
    types: () => [],
  },
})

/** What a rule said over one stretch. */
export interface PlacedStatus {
  dossier: string
  rule: string
  period: Period<Status | null>
}

const rulePage = (row: Row, { root }: Place): string =>
  String(pageOfRecord('rule', { dossier: textIn(row, 'dossier'), id: textIn(row, 'rule') }, root))

export const statusTable = table<PlacedStatus>('statuses', {
  says: 'What a rule said over one stretch of days, from the first day that it spoke',
  key: ['dossier', 'rule', 'from'],
  columns: [
    ofDossier(),
    column('rule', 'string', 'The rule', ({ rule }) => rule, { term: 'eli:realizes', refers: 'rules' }),
    ...stretch<PlacedStatus>(),
    column('disposition', 'string', 'What it said; none: it was silent', ({ period }) => period.value?.disposition, {
      words: dispositions,
    }),
    column('change', 'string', 'The change by which it said so', ({ period }) => period.value?.change, {
      refers: 'changes',
    }),
    column('since', 'date', 'Since when it said so', ({ period }) => period.value?.since),
    column('conditions', 'array', 'On which conditions', ({ period }) => period.value?.conditions),
    ...texts<PlacedStatus>('says', 'A short wording of this very state', ({ period }) => period.value?.says),
  ],
  rdf: {
    subject: (row, place) => `${rulePage(row, place)}#from-${textIn(row, 'from')}`,
    types: () => ['eli:LegalExpression'],
  },
})

/** A contradiction, and its place among those of its dossier, from 0. */
export interface PlacedContradiction {
  position: number
  told: ContradictionForm
}

export const contradictionTable = table<PlacedContradiction>('contradictions', {
  says: 'Where reports on one change disagree',
  key: ['dossier', 'position'],
  columns: [
    column('dossier', 'string', 'The dossier that it belongs to', ({ told }) => told.dossier, {
      term: 'schema:isPartOf',
      refers: 'dossiers',
    }),
    column('position', 'integer', 'Its place among those of the dossier, from 0', ({ position }) => position, {
      term: 'schema:position',
    }),
    column('change', 'string', 'The change', ({ told }) => told.change, { term: 'schema:about', refers: 'changes' }),
    column('about', 'string', 'In what they disagree', ({ told }) => told.about, { words: contradictionKinds }),
    column('stage', 'string', 'The step that is told differently', ({ told }) => told.stage, { words: stages }),
    column('sides', 'array', 'What each says', ({ told }) => told.sides),
    column('resolution', 'object', 'How an editor settled it', ({ told }) => told.resolution),
    column('page', 'string', 'The address of the page that shows it', ({ told }) => told.page, { term: 'schema:url' }),
  ],
  rdf: {
    subject: (row, place) => `${dossierPage(row, place)}/contradictions#${row.position}`,
    types: () => [],
  },
})
