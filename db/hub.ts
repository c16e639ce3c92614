import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { feedFiles } from '@/lib/addresses/names'
import { feedAddress } from '@/lib/feeds/feed'
import { type Followed, folderOf, isRecordFolder } from '@/lib/feeds/followed'
import { locales, type RecordKind } from '@/lib/model'
import type { Database } from './client'
import { eventRecords, events, toldUpTo } from './schema'

/** Milliseconds between two looks at what has happened; one look is one short query. */
const every = 5_000
/** So many events are told of at once, and so many feeds by one request: the hub takes several. */
const [mostEvents, mostFeeds] = [100, 50]
/** Milliseconds that a hub may take to answer. */
const patience = 10_000

interface Hub {
  /** The address of the hub. */
  hub: string
  /** Scheme and host that readers use, without a slash at the end. */
  root: string
}

/** Tells a hub; `fetch` but in tests. */
type Send = (address: string, body: URLSearchParams) => Promise<{ ok: boolean; status: number }>

const send: Send = (address, body) => fetch(address, { method: 'POST', body, signal: AbortSignal.timeout(patience) })

/**
 * Tells the hub which feeds have something new (WebSub, as publishers do it: `hub.mode=publish`), of what has happened since it was last
 * told. Returns whether anything was left to be told. Throws where the hub refuses or does not answer: the same is then told again, which
 * does no harm.
 */
export async function tellHub({ db, write }: Database, { hub, root }: Hub, tell: Send = send): Promise<boolean> {
  const [mark] = await db.select().from(toldUpTo).where(eq(toldUpTo.id, 'hub'))
  const after = mark?.place ?? 0
  const rows = await db
    .select({ place: events.place, kind: events.kind, dossier: events.dossier })
    .from(events)
    .where(gt(events.place, after))
    .orderBy(asc(events.place))
    .limit(mostEvents)
  const last = rows.at(-1)
  if (!last) return false
  const concerned = await db
    .select({ kind: eventRecords.kind, dossier: eventRecords.dossier, id: eventRecords.id, place: eventRecords.place })
    .from(eventRecords)
    .where(
      and(
        gt(eventRecords.place, after),
        inArray(
          eventRecords.place,
          rows.map(({ place }) => place),
        ),
      ),
    )
  const within = new Map(rows.map(({ place, dossier }) => [place, dossier]))
  const followed: Followed[] = [
    {},
    ...rows.map(({ dossier }) => (dossier === '' ? {} : { dossier })),
    ...(rows.some(({ kind }) => kind === 'corrected' || kind === 'retracted')
      ? [{ only: 'corrections' as const }]
      : []),
    ...concerned.flatMap(({ kind, id, place }) => {
      const folder = folders[kind]
      const dossier = within.get(place) ?? ''
      return folder !== undefined && isRecordFolder(folder) && dossier !== '' ? [{ dossier, folder, id }] : []
    }),
  ]
  const addresses = [...new Set(followed.map(folderOf))].flatMap((folder) =>
    locales.flatMap((locale) =>
      feedFiles.map((file) => feedAddress({ folder: `${root}/${locale}${folder}`, query: '' }, file)),
    ),
  )
  for (let at = 0; at < addresses.length; at += mostFeeds) {
    const body = new URLSearchParams({ 'hub.mode': 'publish' })
    for (const address of addresses.slice(at, at + mostFeeds)) body.append('hub.url', address)
    const { ok, status } = await tell(hub, body)
    if (!ok) throw new Error(`The hub ${hub} answered ${status}.`)
  }
  await write((tx) =>
    tx
      .insert(toldUpTo)
      .values({ id: 'hub', place: last.place })
      .onConflictDoUpdate({ target: toldUpTo.id, set: { place: last.place } }),
  )
  return rows.length === mostEvents
}

const folders: Partial<Record<RecordKind, string>> = {
  rule: 'rules',
  change: 'changes',
  actor: 'actors',
  source: 'sources',
}

/** Tells the hub of what happens, soon after it did; whatever goes wrong is logged once and tried again, ever more rarely. */
export function watchForHub(database: Database, hub: Hub): { stop: () => void } {
  let failures = 0
  let isStopped = false
  let timer: NodeJS.Timeout
  const look = async (): Promise<void> => {
    try {
      while (!isStopped && (await tellHub(database, hub)));
      failures = 0
    } catch (error) {
      if (failures++ === 0) console.error('The hub could not be told and is told again.', error)
    }
  }
  const wait = () => {
    timer = setTimeout(
      () => void look().finally(() => (isStopped ? undefined : wait())),
      every * 2 ** Math.min(failures, 8),
    ).unref()
  }
  wait()
  return {
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
