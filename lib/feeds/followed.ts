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
  /** Its page, below the language. */
  page: string
}

/** A record that has a feed of its own; null where there is none of that id. */
export function recordOf(records: DossierRecords, folder: RecordFolder, id: string): FollowedRecord | null {
  const page = folderOf({ dossier: records.dossier.id, folder, id })
  if (folder === 'actors') {
    const actor = records.actors.find((one) => one.id === id)
    return actor ? { title: actor.name, parameter: 'actor', page } : null
  }
  const found = records[folder].find((one) => one.id === id)
  return found ? { title: found.title, parameter: folder === 'rules' ? 'rule' : 'change', page } : null
}
