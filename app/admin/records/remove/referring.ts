import 'server-only'
import type { Db } from '@/db/client'
import type { RecordKey } from '@/db/key'
import { listDossiers, listSources, loadDossier } from '@/db/queries/record'
import { applyEdits, type Problem, recordsOf, type Text, titlesOf, validateDossier } from '@/lib/model'

/** What would be wrong without a record, and in which dossier: each is a place that refers to it. */
export interface Referring {
  dossier: string
  problems: Problem[]
  /** What its records are called, by kind and id. */
  titles: ReadonlyMap<string, Text>
}

/** Reads what refers to a record, in its dossier or, of a publisher, in all of them. */
export async function referringTo(db: Db, { kind, dossier, id }: RecordKey): Promise<Referring[]> {
  const sources = await listSources(db)
  const places = kind === 'source' ? (await listDossiers(db)).map((one) => one.id) : [dossier]
  const found = await Promise.all(
    places.map(async (place): Promise<Referring> => {
      const records = await loadDossier(db, place)
      if (!records) return { dossier: place, problems: [], titles: new Map() }
      const left = kind === 'source' ? sources.filter((source) => source.id !== id) : sources
      const without = kind === 'source' ? records : applyEdits(records, [{ kind, id, record: null }])
      const before = new Set(validateDossier(records, sources).map(textOf))
      return {
        dossier: place,
        problems: validateDossier(without, left).filter((one) => !before.has(textOf(one))),
        titles: new Map(recordsOf(records).map((one) => [`${one.kind} ${one.record.id}`, titlesOf(one.record)])),
      }
    }),
  )
  return found.filter(({ problems }) => problems.length > 0)
}

const textOf = ({ kind, id, path, message }: Problem): string => JSON.stringify([kind, id, path, message])
