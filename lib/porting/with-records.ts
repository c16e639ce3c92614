import type { DossierRecords } from '@/lib/model'

/**
 * A dossier with other records of it in the place of those of their ids; what is new comes last, what the others lack stays. The dossier itself
 * is that of the others.
 */
export const withRecords = (own: DossierRecords, others: DossierRecords): DossierRecords => ({
  dossier: others.dossier,
  rules: replaced(own.rules, others.rules),
  changes: replaced(own.changes, others.changes),
  actors: replaced(own.actors, others.actors),
  reports: replaced(own.reports, others.reports),
})

function replaced<One extends { id: string }>(own: readonly One[], others: readonly One[]): One[] {
  const left = new Map(others.map((one) => [one.id, one]))
  const kept = own.map((one) => {
    const other = left.get(one.id)
    left.delete(one.id)
    return other ?? one
  })
  return [...kept, ...left.values()]
}
