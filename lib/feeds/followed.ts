import { recordFolders } from '@/lib/addresses/names'
import type { Parameters } from '@/lib/asking/timeline-filter'

export { recordFolders } from '@/lib/addresses/names'
export type RecordFolder = (typeof recordFolders)[number]
export const isRecordFolder = (name: string): name is RecordFolder =>
  (recordFolders as readonly string[]).includes(name)

/**
 * What a feed follows: everything; one dossier; one rule, change, actor or publisher of it; the reports that its timeline shows under
 * a filter; or one answer. Or, of all dossiers, what was corrected or retracted.
 */
export interface Followed {
  dossier?: string
  folder?: RecordFolder
  id?: string
  /** A filter of the timeline, as its address spells it. */
  filter?: Parameters
  /** What an answer is asked at, per dimension: a value, a group or a member. */
  question?: Readonly<Record<string, string>>
  only?: 'corrections'
}

/** Where the feed stands, below the language: `/japan-defence-transfers/rules/weapons-five-purposes`. */
export const folderOf = ({ dossier, folder, id, question, only }: Followed): string =>
  [dossier, folder, id, question && 'ask', only].map((part) => (part === undefined ? '' : `/${part}`)).join('')

/** What stands behind the name of its file: `?change=abukuma-to-philippines`; always in one order. */
export function queryOf({ filter, question }: Followed): string {
  const pairs = Object.entries<string | undefined>({ ...filter, ...question }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  const query = new URLSearchParams(pairs.sort(([one], [other]) => (one < other ? -1 : 1))).toString()
  return query === '' ? '' : `?${query}`
}

/** The page that shows what is followed, below the language. */
export function pageOf(followed: Followed): string {
  const { dossier, folder, id, filter } = followed
  if (folder === 'sources') return `/${dossier}/timeline${queryOf({ filter: { source: id ?? '' } })}`
  return filter ? `/${dossier}/timeline${queryOf(followed)}` : `${folderOf(followed)}${queryOf(followed)}`
}
