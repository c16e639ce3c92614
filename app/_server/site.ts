import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { type Database, database } from '@/db/client'
import { heldOf } from '@/db/held/of-process'
import { dossierAt } from '@/db/held/past'
import { currentEdition, currentEditionNumber, type Edition, findEdition } from '@/db/queries/edition'
import { listDossiers, listSources } from '@/db/queries/record'
import { findSite, inOrderOf, unpublishedSite } from '@/db/queries/site/site'
import { BadParameter } from '@/lib/asking/refusal'
import { type Day, type Dossier, type DossierRecords, dayOfInstant, type Site, type Source } from '@/lib/model'
import { type Compiled, compileDossier } from '@/lib/policy'
import { todayIn } from './clock'

type Db = Database['db']

/** One dossier as it is public now, ready for asking. */
export interface OpenDossier {
  dossier: Dossier
  records: DossierRecords
  compiled: Compiled
  sources: Map<string, Source>
  /** The current day in the dossier's time zone; of an edition that was asked for, the day on which it was published. */
  today: Day
  /** The current day in its time zone, whatever edition was asked for. */
  present: Day
  edition: Edition
}

interface Shelf {
  edition: Edition
  past: boolean
  site: Promise<Site>
  /** In the order of the site. */
  dossiers: Promise<Dossier[]>
  sources: Promise<Map<string, Source>>
  compiled: Map<string, Promise<Compiled | null>>
  counts: Promise<Counts> | undefined
}

/** How much there is at an edition. */
export type Counts = { dossiers: number; reports: number; rules: number }

const key = Symbol.for('rulewire.shelf')
const shared = globalThis as typeof globalThis & { [key]?: Shelf }

/** What is public of one edition, read and compiled once; a newer edition replaces it whole. */
const openShelf = cache(async (): Promise<Shelf> => {
  const { db } = await database()
  const held = shared[key]
  if (held && held.edition.number === (await currentEditionNumber(db))) return held
  const edition = await currentEdition(db)
  // Another request may have opened it in the meantime.
  if (shared[key]?.edition.number !== edition.number)
    shared[key] = {
      edition,
      ...siteAndDossiers(db),
      past: false,
      sources: sourcesById(db),
      compiled: new Map(),
      counts: undefined,
    }
  return shared[key] as Shelf
})

function siteAndDossiers(db: Db, edition?: number): Pick<Shelf, 'site' | 'dossiers'> {
  const site = findSite(db, { edition })
  const dossiers = Promise.all([site, listDossiers(db, { edition })]).then(([order, all]) => inOrderOf(order, all))
  return { site, dossiers }
}

/** What of an edition stands outside the dossiers. */
export interface OpenSite {
  edition: Edition
  newest: number
  site: Site
  dossiers: Dossier[]
}

/**
 * The current edition, what the tracker says of itself and the dossiers it holds, or an earlier one; and the number of the newest. Throws `BadParameter` for
 * one still to come.
 */
export async function openSite(edition?: number): Promise<OpenSite> {
  const [shelf, now] = await Promise.all([shelfOf(edition), openShelf()])
  return { edition: shelf.edition, newest: now.edition.number, site: await shelf.site, dossiers: await shelf.dossiers }
}

/** What the tracker says of itself now, also while the database is away: then what it is before anybody has said so. */
export const currentSite = (): Promise<Site> =>
  openShelf()
    .then(({ site }) => site, unpublishedSite)
    .catch(unpublishedSite)

/** How many dossiers, reports that stand, and rules there are now, or were at an earlier edition. Throws as `openSite`. */
export async function countRecords(edition?: number): Promise<Counts> {
  const shelf = await shelfOf(edition)
  shelf.counts ??= countOf(shelf).catch((error: unknown) => {
    shelf.counts = undefined
    throw error
  })
  return shelf.counts
}

async function countOf(shelf: Shelf): Promise<Counts> {
  const dossiers = await shelf.dossiers
  const opened = await Promise.all(dossiers.map(({ id }) => compiledOf(shelf, id)))
  return {
    dossiers: dossiers.length,
    reports: opened.reduce((sum, open) => sum + (open?.standing.reports.length ?? 0), 0),
    rules: opened.reduce((sum, open) => sum + (open?.standing.rules.length ?? 0), 0),
  }
}

/** The day that counts as today: the current one or, of an edition that was asked for, that of its publication. */
export const readingDay = (timeZone: string, edition: Edition, asked: number | undefined): Day =>
  asked === undefined ? todayIn(timeZone) : dayOf(edition, timeZone)

const publishedOn = new WeakMap<Edition, Map<string, Day>>()

function dayOf(edition: Edition, timeZone: string): Day {
  const known = publishedOn.get(edition) ?? new Map<string, Day>()
  publishedOn.set(edition, known)
  const day = known.get(timeZone) ?? dayOfInstant(edition.publishedAt, timeZone)
  known.set(timeZone, day)
  return day
}

async function shelfOf(edition: number | undefined): Promise<Shelf> {
  const now = await openShelf()
  if (edition === undefined || edition === now.edition.number) return now
  if (edition > now.edition.number)
    throw new BadParameter('edition', String(edition), { code: 'lateEdition', newest: now.edition.number })
  return openBackShelf(edition)
}

/** A dossier of the current edition, or as it stood at an earlier one; null when there is none of that id. */
export async function findDossier(id: string, edition?: number): Promise<OpenDossier | null> {
  const shelf = await shelfOf(edition)
  const compiled = await compiledOf(shelf, id)
  if (!compiled) return null
  const { dossier, standing: records } = compiled
  return {
    dossier,
    records,
    compiled,
    sources: await shelf.sources,
    today: readingDay(dossier.timeZone, shelf.edition, edition),
    present: todayIn(dossier.timeZone),
    edition: shelf.edition,
  }
}

/** As `findDossier`, but an unknown dossier is a 404. */
export async function openDossier(id: string): Promise<OpenDossier> {
  return (await findDossier(id)) ?? notFound()
}

const backShelves = new Map<number, Promise<Shelf>>()
const mostBackShelves = 4

/** What was public at an earlier edition; the few asked for last stay in memory. */
function openBackShelf(number: number): Promise<Shelf> {
  const found = backShelves.get(number)
  if (found) return found
  const oldest = backShelves.size >= mostBackShelves ? backShelves.keys().next().value : undefined
  if (oldest !== undefined) backShelves.delete(oldest)
  const opening = database().then(async ({ db }): Promise<Shelf> => {
    const edition = await findEdition(db, number)
    if (!edition) throw new BadParameter('edition', String(number), { code: 'noEdition' })
    return {
      edition,
      past: true,
      ...siteAndDossiers(db, number),
      sources: sourcesById(db, number),
      compiled: new Map(),
      counts: undefined,
    }
  })
  backShelves.set(number, opening)
  opening.catch(() => backShelves.delete(number))
  return opening
}

async function sourcesById(db: Db, edition?: number): Promise<Map<string, Source>> {
  const sources = await listSources(db, { edition })
  return new Map(sources.map((source) => [source.id, source]))
}

const compiledOf = (shelf: Shelf, id: string) => shelf.compiled.get(id) ?? compileOnce(shelf, id)

function compileOnce(shelf: Shelf, id: string): Promise<Compiled | null> {
  const compiling = database().then(({ db }) => (shelf.past ? compilePast(db, shelf, id) : compileNow(db, shelf, id)))
  shelf.compiled.set(id, compiling)
  compiling.catch(() => shelf.compiled.delete(id))
  // An address nobody has must not stay in memory.
  compiling.then((compiled) => compiled ?? shelf.compiled.delete(id)).catch(() => undefined)
  return compiling
}

/** From what the process holds: of an edition that changed nothing of the dossier it is the same as before. */
async function compileNow(db: Db, { edition }: Shelf, id: string): Promise<Compiled | null> {
  const held = heldOf(db)
  const [{ records }, { sources }] = await Promise.all([
    held.at(db, id, edition.number),
    held.at(db, '', edition.number),
  ])
  return records && held.compile(records, sources)
}

async function compilePast(db: Db, { edition, sources }: Shelf, id: string): Promise<Compiled | null> {
  const [records, now] = await Promise.all([
    dossierAt(db, id, edition.number),
    openShelf().then((shelf) => compiledOf(shelf, id)),
  ])
  return records && compileDossier(records, (await sources).values(), now)
}
