import { and, eq, inArray, or, type SQL } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { editions, records } from '@/db/schema'
import type { StoredEvent } from '@/lib/events/event'
import { type NamedRecord, namedByReport, namedIn, type ToldRecords } from '@/lib/events/told-records'
import type { RecordKind, RecordOf, Report } from '@/lib/model'
import { keyText } from '../key'
import { presentId } from '../stamp'

/** The records that some events name, read by their keys: what that costs does not grow with the site. */
export async function loadToldRecords(db: Db, told: readonly StoredEvent[]): Promise<ToldRecords> {
  const found = new Map<string, unknown>()
  await read(
    db,
    told.flatMap((event) => namedIn(event)),
    found,
  )
  const reports = told.flatMap((event) =>
    namedIn(event).flatMap((key) => {
      const report = key.kind === 'report' ? (found.get(keyText(key)) as Report | undefined) : undefined
      return report ? namedByReport(key.dossier, report) : []
    }),
  )
  await read(db, reports, found)
  const reasons = await reasonsOf(db, told)
  return {
    find: <K extends RecordKind>(kind: K, dossier: string, id: string) =>
      found.get(keyText({ kind, dossier, id })) as RecordOf[K] | undefined,
    reasonOf: (edition) => reasons.get(edition),
  }
}

/** So many records are asked for at once; engines have a bound on the values of a statement. */
const mostKeys = 200

async function read(db: Db, keys: readonly NamedRecord[], into: Map<string, unknown>): Promise<void> {
  const wanted = new Map(
    keys.map((key) => [keyText(key), key]).filter(([text]) => !into.has(text as string)) as [string, NamedRecord][],
  )
  const all = [...wanted.values()]
  for (let at = 0; at < all.length; at += mostKeys)
    for (const { kind, dossier, id, data } of await db
      .select({ kind: records.kind, dossier: records.dossier, id: records.id, data: records.data })
      .from(records)
      .where(isOneOf(all.slice(at, at + mostKeys))))
      into.set(keyText({ kind, dossier, id }), data)
  const former = all.flatMap((key) => {
    const id = into.has(keyText(key)) ? undefined : presentId(key)
    return id === undefined ? [] : [{ key, now: { ...key, id } }]
  })
  if (former.length === 0) return
  // What was told of a record under an id that it had before is told of the record.
  await read(
    db,
    former.map(({ now }) => now),
    into,
  )
  for (const { key, now } of former) into.set(keyText(key), into.get(keyText(now)))
}

function isOneOf(keys: readonly NamedRecord[]): SQL | undefined {
  const groups = new Map<string, NamedRecord[]>()
  for (const key of keys) {
    const name = `${key.kind} ${key.dossier}`
    groups.set(name, [...(groups.get(name) ?? []), key])
  }
  return or(
    ...[...groups.values()].map((group) =>
      and(
        eq(records.kind, (group[0] as NamedRecord).kind),
        eq(records.dossier, (group[0] as NamedRecord).dossier),
        inArray(
          records.id,
          group.map(({ id }) => id),
        ),
      ),
    ),
  )
}

/** Of editions whose reason stands for a note that a correction has not. */
async function reasonsOf(db: Db, told: readonly StoredEvent[]): Promise<Map<number, string>> {
  const numbers = told.flatMap(({ kind, edition, data }) =>
    kind === 'corrected' && data.note === null ? [edition] : [],
  )
  if (numbers.length === 0) return new Map()
  const rows = await db
    .select({ number: editions.number, reason: editions.reason })
    .from(editions)
    .where(inArray(editions.number, [...new Set(numbers)]))
  return new Map(rows.map(({ number, reason }) => [number, reason]))
}
