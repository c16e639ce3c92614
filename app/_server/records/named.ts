import 'server-only'
import { recordKey } from '@/db/key'
import { listRecordStates, wasPublicBy } from '@/db/queries/records/record-list'
import type { Query } from '@/lib/asking/query'
import { textOf } from '@/lib/asking/read'
import { BadParameter } from '@/lib/asking/refusal'
import { type FilterName, filterNames, readFilter, type TimelineFilter } from '@/lib/asking/timeline-filter'
import type { RecordKind, RecordOf } from '@/lib/model'
import { nearOnes } from '@/lib/words/near'
import { openSite } from '../site'
import type { OpenList } from './open-list'

type Place = Pick<OpenList, 'db' | 'edition'>

/**
 * The dossier that a list is narrowed to; undefined where it is not. Throws `BadParameter` for one that never was public by then: what
 * became of one that was removed can still be asked.
 */
export async function dossierNamed({ db, edition }: Place, query: Query<'dossier'>): Promise<string | undefined> {
  const id = textOf(query, 'dossier')
  if (id === undefined) return undefined
  if (await wasPublicBy(db, recordKey('dossier', id, id), edition)) return id
  const { dossiers } = await openSite()
  const near = nearOnes(
    id,
    dossiers.map((dossier) => dossier.id),
  )
  throw new BadParameter('dossier', id, { code: 'missingDossier' }, near)
}

/** More than a dossier has of rules, changes or actors. */
const all = 100_000

/** The records of a dossier that filters name, of one kind; none where the filter is not given. Throws `BadParameter` without a dossier. */
export async function recordsNamed<K extends 'rule' | 'change' | 'actor'>(
  { db, edition }: Place,
  kind: K,
  { dossier, isNamed }: { dossier: string | undefined; isNamed: boolean },
): Promise<RecordOf[K][]> {
  if (!isNamed) return []
  if (dossier === undefined) throw new BadParameter('dossier', '', { code: 'needsDossier' })
  return recordsOf(await listRecordStates(db, { kind, dossier, edition }, { behind: null, limit: all }))
}

/** Stored data has passed its schema before it was stored. */
const recordsOf = <K extends RecordKind>(states: readonly { data: unknown }[]): RecordOf[K][] =>
  states.map(({ data }) => data as RecordOf[K])

const isGiven = (query: Query<FilterName>, ...names: FilterName[]): boolean =>
  names.some((name) => query[name] !== undefined && query[name] !== '')

/** Whether a list is narrowed as a timeline is. */
export const hasFilter = (query: Query<FilterName>): boolean => isGiven(query, ...filterNames)

/** The filter of a timeline that an address asks for; only what it names is read for it. Throws `BadParameter`. */
export async function filterNamed(
  place: Place,
  query: Query<FilterName>,
  dossier: string | undefined,
): Promise<TimelineFilter> {
  const [rules, changes, actors, sources] = await Promise.all([
    recordsNamed(place, 'rule', { dossier, isNamed: isGiven(query, 'rule') }),
    recordsNamed(place, 'change', { dossier, isNamed: isGiven(query, 'rule', 'change') }),
    recordsNamed(place, 'actor', { dossier, isNamed: isGiven(query, 'actor') }),
    isGiven(query, 'source')
      ? listRecordStates(place.db, { kind: 'source', edition: place.edition }, { behind: null, limit: all })
      : [],
  ])
  return readFilter(query, { rules, changes, actors, sources }).filter
}
