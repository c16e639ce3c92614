import { recordFolders } from '@/lib/addresses/names'
import type { DossierRecords, Text } from '@/lib/model'

export { recordFolders } from '@/lib/addresses/names'
export type RecordFolder = (typeof recordFolders)[number]
export const isRecordFolder = (name: string): name is RecordFolder =>
  (recordFolders as readonly string[]).includes(name)

/** What a feed of reports follows: everything, one dossier, or one rule, change or actor of it. */
export interface Followed {
  dossier?: string
  folder?: RecordFolder
  id?: string
}

/** Where the feed stands, below the language: `/japan-defence-transfers/rules/weapons-five-purposes`. */
export const folderOf = ({ dossier, folder, id }: Followed): string =>
  [dossier, folder, id].map((part) => (part === undefined ? '' : `/${part}`)).join('')

interface FollowedRecord {
  title: Text
  /** The filter of the timeline that finds its reports. */
  parameter: 'rule' | 'change' | 'actor'
  /** Its page, below the language: an actor stands on the page of all of them. */
  page: string
}

/** A record that has a feed of its own; null where there is none of that id. */
export function recordOf(records: DossierRecords, folder: RecordFolder, id: string): FollowedRecord | null {
  const dossier = records.dossier.id
  if (folder === 'actors') {
    const actor = records.actors.find((one) => one.id === id)
    return actor ? { title: actor.name, parameter: 'actor', page: `/${dossier}/actors#${id}` } : null
  }
  const found = records[folder].find((one) => one.id === id)
  if (!found) return null
  const page = folderOf({ dossier, folder, id })
  return { title: found.title, parameter: folder === 'rules' ? 'rule' : 'change', page }
}
