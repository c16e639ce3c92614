import type { Dimension, Dossier, Value } from '@/lib/model'
import type { Reading } from './reading'

/**
 * A reading without the notes of its editors. They carry no dates and were written with hindsight, so that where it is asked what
 * was known by a day they are left out.
 */
export const withoutNotes = <R extends Reading>(reading: R): R => ({
  ...reading,
  dossier: plainDossier(reading.dossier),
  records: {
    ...reading.records,
    rules: reading.records.rules.map(plain),
    changes: reading.records.changes.map(plain),
  },
})

function plain<One extends { note?: unknown }>(one: One): One {
  const { note: _, ...rest } = one
  return rest as One
}

const plainDossier = (dossier: Dossier): Dossier => ({ ...dossier, dimensions: dossier.dimensions.map(plainDimension) })

const plainDimension = ({ groups, members, values, ...dimension }: Dimension): Dimension => ({
  ...dimension,
  values: values.map(plainValue),
  ...(groups && { groups: groups.map(plain) }),
  ...(members && { members: members.map(plain) }),
})

const plainValue = (value: Value): Value => ({ ...plain(value), values: value.values.map(plainValue) })
