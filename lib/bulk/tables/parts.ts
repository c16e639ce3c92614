import { pageOfRecord } from '@/lib/api/records/record-form'
import {
  type Alteration,
  alterationTargets,
  type Change,
  type Dimension,
  type Group,
  type Member,
  type Value,
} from '@/lib/model'
import { column, dates, texts } from '../column'
import { type Place, type Row, table, textIn } from '../table'
import { ofDossier, type RecordAt } from './records'

/* What stands in records and is told row by row. */

/** An alteration of a change, and its place among them, from 0. */
export interface PlacedAlteration {
  dossier: string
  edition: number
  change: string
  position: number
  alteration: Alteration
}

export const alterationsIn = ({ dossier, edition, record }: Pick<RecordAt<Change>, 'dossier' | 'edition' | 'record'>) =>
  record.alterations.map(
    (alteration, position): PlacedAlteration => ({
      ...{ dossier, edition, change: record.id },
      ...{ position, alteration },
    }),
  )

const pageOf = (kind: 'change' | 'rule', row: Row, { root }: Place): string =>
  String(pageOfRecord(kind, { dossier: textIn(row, 'dossier'), id: textIn(row, kind) }, root))

export const alterationTable = table<PlacedAlteration>('alterations', {
  says: 'What a change makes of a rule once it is in force',
  key: ['dossier', 'change', 'position'],
  columns: [
    ofDossier(),
    column('change', 'string', 'The change', ({ change }) => change, { refers: 'changes' }),
    column('position', 'integer', 'Its place among those of the change, from 0', ({ position }) => position, {
      term: 'schema:position',
    }),
    column('rule', 'string', 'The rule', ({ alteration }) => alteration.rule, {
      term: 'schema:object',
      refers: 'rules',
    }),
    column('to', 'string', 'What the rule says then; `none`: it stops speaking', ({ alteration }) => alteration.to, {
      words: alterationTargets,
    }),
    column('conditions', 'array', 'On which conditions', ({ alteration }) => alteration.conditions),
    ...texts<PlacedAlteration>('says', 'A short wording of this very state', ({ alteration }) => alteration.says),
    ...dates<PlacedAlteration>(
      'from',
      'From when on, where that is not with the change',
      ({ alteration }) => alteration.from,
      {
        term: 'eli:first_date_entry_in_force',
      },
    ),
    ...dates<PlacedAlteration>('until', 'Until when', ({ alteration }) => alteration.until, {
      term: 'eli:date_no_longer_in_force',
    }),
    column('edition', 'integer', 'The edition that last changed the change', ({ edition }) => edition, {
      term: 'schema:version',
    }),
  ],
  rdf: {
    subject: (row, place) => `${pageOf('change', row, place)}#alteration-${row.position}`,
    types: () => ['schema:UpdateAction'],
    also: (row, place) => [
      { subject: pageOf('change', row, place), predicate: 'eli:changes', object: pageOf('rule', row, place) },
    ],
  },
})

/** A dimension, and its place among those of its dossier, from 0. */
export interface PlacedDimension {
  dossier: string
  edition: number
  position: number
  dimension: Dimension
}

export const dimensionTable = table<PlacedDimension>('dimensions', {
  says: 'One axis of the question of a dossier; what stands on it stands in `values`',
  key: ['dossier', 'id'],
  columns: [
    ofDossier(),
    column('id', 'string', 'Its id, a slug', ({ dimension }) => dimension.id, { term: 'schema:identifier' }),
    column('position', 'integer', 'Its place among those of the dossier, from 0', ({ position }) => position, {
      term: 'schema:position',
    }),
    ...texts<PlacedDimension>('name', 'Its name', ({ dimension }) => dimension.name, { term: 'schema:name' }),
    column('formerly', 'array', 'The ids that it had before', ({ dimension }) => dimension.formerly),
    column('edition', 'integer', 'The edition that last changed the dossier', ({ edition }) => edition, {
      term: 'schema:version',
    }),
  ],
  rdf: {
    subject: (row, { root }) =>
      `${pageOfRecord('dossier', { dossier: '', id: textIn(row, 'dossier') }, root)}#${textIn(row, 'id')}`,
    types: () => ['schema:DefinedTermSet'],
  },
})

/** What may be asked about in a dimension: a value of its tree, a group or a member. */
export interface PlacedValue {
  dossier: string
  edition: number
  dimension: string
  position: number
  kind: 'value' | 'group' | 'member'
  parent: string | undefined
  value: Omit<Value, 'values'> & { values?: Group['values'] | undefined; in?: Member['in'] | undefined }
}

/** All that may be asked about in a dimension: its tree, each value before those below it, then its groups and members. */
export function valuesIn({ dossier, edition, dimension }: Omit<PlacedDimension, 'position'>): PlacedValue[] {
  const found: Pick<PlacedValue, 'kind' | 'parent' | 'value'>[] = []
  const walk = (values: readonly Value[], parent: string | undefined) => {
    for (const { values: below, ...value } of values) {
      found.push({ kind: 'value', parent, value })
      walk(below, value.id)
    }
  }
  walk(dimension.values, undefined)
  for (const value of dimension.groups ?? []) found.push({ kind: 'group', parent: undefined, value })
  for (const value of dimension.members ?? []) found.push({ kind: 'member', parent: undefined, value })
  return found.map((one, position) => ({ dossier, edition, dimension: dimension.id, position, ...one }))
}

export const valueTable = table<PlacedValue>('values', {
  says: 'What may be asked about in a dimension: a value of its tree, a group of values, or a member, which stands in a value for a time',
  key: ['dossier', 'dimension', 'id'],
  columns: [
    ofDossier(),
    column('dimension', 'string', 'The dimension', ({ dimension }) => dimension, {
      term: 'schema:inDefinedTermSet',
      refers: 'dimensions',
    }),
    column('id', 'string', 'Its id, a slug', ({ value }) => value.id, { term: 'schema:termCode' }),
    column('position', 'integer', 'Its place in the dimension, from 0', ({ position }) => position, {
      term: 'schema:position',
    }),
    column('kind', 'string', 'What it is', ({ kind }) => kind, { words: ['value', 'group', 'member'] }),
    column('parent', 'string', 'Of a value, the one that it stands below', ({ parent }) => parent),
    ...texts<PlacedValue>('name', 'Its name', ({ value }) => value.name, { term: 'schema:name' }),
    column('terms', 'object', 'What the news call it, by language', ({ value }) => value.terms),
    column('includes', 'object', 'What it holds, by language', ({ value }) => value.includes),
    column('codes', 'array', 'What it is called in lists that others keep', ({ value }) => value.codes),
    column('values', 'array', 'Of a group, the values that it holds', ({ value }) => value.values),
    column('in', 'array', 'Of a member, in which value it stands, and when', ({ value }) => value.in),
    ...texts<PlacedValue>('note', 'A note of ours', ({ value }) => value.note, { term: 'schema:description' }),
    column('formerly', 'array', 'The ids that it had before', ({ value }) => value.formerly),
    column('edition', 'integer', 'The edition that last changed the dossier', ({ edition }) => edition, {
      term: 'schema:version',
    }),
  ],
  rdf: {
    subject: (row, { root }) =>
      `${pageOfRecord('dossier', { dossier: '', id: textIn(row, 'dossier') }, root)}#${textIn(row, 'dimension')}.${textIn(row, 'id')}`,
    types: () => ['schema:DefinedTerm'],
  },
})
