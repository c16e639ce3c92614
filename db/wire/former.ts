import type { Db } from '@/db/dialect'
import type { Followed } from '@/lib/feeds/followed'
import type { RecordKind } from '@/lib/model'
import { dimensionPlace, formerInDossier, formerPlace, valuePlace } from '@/lib/press/former-ids'
import { listFormerIds } from '../queries/ever-public'
import { listDossiers } from '../queries/record'

const folders: Partial<Record<RecordKind, string>> = {
  rule: 'rules',
  change: 'changes',
  actor: 'actors',
  source: 'sources',
  dossier: '',
}
/** The folders of what the filter of a timeline names, and whether it stands in a dossier. */
const filtered = { rule: 'rules', change: 'changes', actor: 'actors', source: 'sources' } as const

/** What is followed by the ids that it has now, where some of those that it names had others (decision 33). */
export async function followedNow(db: Db, asked: Followed): Promise<Followed> {
  const dossiers = await listDossiers(db)
  const now = new Map([
    ...(await listFormerIds(db, { since: 0 })).flatMap(({ key: { kind, dossier, id }, formerly }) => {
      const folder = folders[kind]
      const within = kind === 'dossier' ? '' : dossier
      return folder === undefined ? [] : formerly.map((former) => [formerPlace(within, folder, former), id] as const)
    }),
    ...dossiers.flatMap(formerInDossier),
  ])
  const called = (within: string, folder: string, id: string) => now.get(formerPlace(within, folder, id)) ?? id
  const { folder, id, filter, question } = asked
  if (asked.dossier === undefined) return asked
  const dossier = called('', '', asked.dossier)
  const inDossier = (place: string, name: string) => called(place === 'sources' ? '' : dossier, place, name)
  return {
    ...asked,
    dossier,
    ...(folder && id ? { id: inDossier(folder, id) } : {}),
    ...(filter
      ? {
          filter: Object.fromEntries(
            Object.entries(filter).map(([name, value]) => [
              name,
              Object.hasOwn(filtered, name) && value ? inDossier(filtered[name as 'rule'], value) : value,
            ]),
          ),
        }
      : {}),
    ...(question
      ? {
          question: Object.fromEntries(
            Object.entries(question).map(([name, value]) => {
              const dimension = called(dossier, dimensionPlace, name)
              return [dimension, called(dossier, valuePlace(dimension), value)]
            }),
          ),
        }
      : {}),
  }
}
