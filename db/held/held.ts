import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm'
import { type Db, eachData, type Tx } from '@/db/dialect'
import { editions, records, revisions } from '@/db/schema'
import { type DossierRecords, type Report, recordKinds, reportsById, type Source } from '@/lib/model'
import { type Compiled, compileDossier } from '@/lib/policy'
import { inChunks } from '../chunks'
import { keyText, type RecordKey } from '../key'
import { as } from '../queries/record'
import { findStatement } from '../queries/signing/statement'
import { DossierForm, inOrder, type PlacedRow } from './form'
import { sharingParts } from './share-parts'

/** Editions after which a form is read whole rather than brought up to date. */
const mostEditions = 200

interface Held {
  edition: number
  form: DossierForm
}

/** What an edition that is being made will have made public, once it is there with this signature: it is signed for all that is public. */
interface Made {
  edition: number
  signature: string
  forms: ReadonlyMap<string, DossierForm>
}

/** The publishers stand outside of the dossiers. */
const outside = ''

/**
 * What is public now, in the memory of a process: read once, and brought up to each edition by what that changed. Readers and publishers
 * share it, and what is compiled of it.
 */
export class HeldForms {
  private readonly held = new Map<string, Held>()
  private readonly reading = new Map<string, Promise<DossierForm>>()
  private readonly compiled = new WeakMap<DossierRecords, { sources: readonly Source[]; compiled: Compiled }>()
  private made: Made | null = null
  /** What was compiled last of a dossier, to go on from. */
  private readonly last = new Map<string, WeakRef<Compiled>>()

  /** A dossier as it is public at an edition that the reader sees as the current one; '' holds the publishers and the site. */
  at(read: Db | Tx, dossier: string, edition: number): Promise<DossierForm> {
    const held = this.held.get(dossier)
    if (held?.edition === edition) return Promise.resolve(held.form)
    const name = `${dossier} ${edition}`
    const reading =
      this.reading.get(name) ?? this.bring(read, dossier, edition).finally(() => this.reading.delete(name))
    this.reading.set(name, reading)
    return reading
  }

  /** What answers are worked out of: once for the same records and publishers, and from what was compiled before. */
  compile(records: DossierRecords, sources: readonly Source[]): Compiled {
    const known = this.compiled.get(records)
    if (known?.sources === sources) return known.compiled
    const { id } = records.dossier
    const compiled = compileDossier(records, sources, this.last.get(id)?.deref())
    this.compiled.set(records, { sources, compiled })
    this.last.set(id, new WeakRef(compiled))
    return compiled
  }

  /** Notes the forms of an edition that is not committed yet: where it comes to be, and nobody else's instead, they are not read once more. */
  expect(made: Made): void {
    this.made = made
  }

  /** Lets go of a dossier that will not be asked for again; where it is, it is read anew. */
  forget(dossier: string): void {
    this.held.delete(dossier)
  }

  private async bring(read: Db | Tx, dossier: string, edition: number): Promise<DossierForm> {
    const held = this.held.get(dossier)
    const made = await this.madeAt(read, dossier, edition)
    const isNear = held && held.edition < edition && edition - held.edition <= mostEditions
    const form = made ?? (isNear ? await broughtTo(read, dossier, held, edition) : await readForm(read, dossier))
    const now = this.held.get(dossier)
    // A slower reader of an earlier edition does not undo a newer one; of what is not there nothing is held, for anything may be asked for.
    if (form.size === 0 && dossier !== outside) this.held.delete(dossier)
    else if (!now || now.edition <= edition || now === held) this.held.set(dossier, { edition, form })
    return form
  }

  private async madeAt(read: Db | Tx, dossier: string, edition: number): Promise<DossierForm | undefined> {
    const { made } = this
    if (made && made.edition < edition) this.made = null
    if (made?.edition !== edition || !made.forms.has(dossier)) return undefined
    return (await findStatement(read, edition))?.signature === made.signature ? made.forms.get(dossier) : undefined
  }
}

const rowOf = ({ kind, dossier, id, revision, ord, data }: typeof records.$inferSelect): PlacedRow => ({
  key: { kind, dossier, id },
  revision,
  ord,
  data: as<typeof kind>(data),
})

/** The rows of some records that are public, by `keyText`. */
export async function rowsOf(read: Db | Tx, keys: readonly RecordKey[]): Promise<Map<string, PlacedRow>> {
  const found = new Map<string, PlacedRow>()
  const shelves = new Map<string, RecordKey[]>()
  for (const key of keys) {
    const shelf = `${key.kind} ${key.dossier}`
    const own = shelves.get(shelf)
    if (own) own.push(key)
    else shelves.set(shelf, [key])
  }
  for (const [first, ...rest] of shelves.values()) {
    if (!first) continue
    const ids = [first, ...rest].map(({ id }) => id)
    for (const chunk of inChunks(ids)) {
      const these = and(eq(records.kind, first.kind), eq(records.dossier, first.dossier), inArray(records.id, chunk))
      for (const row of await read.select().from(records).where(these)) found.set(keyText(row), rowOf(row))
    }
  }
  return found
}

/** A dossier as it is public, read whole. */
export async function readForm(read: Db | Tx, dossier: string): Promise<DossierForm> {
  const [reports, share] = [[] as Report[], sharingParts()]
  const stored = read
    .select({ data: records.data })
    .from(records)
    .where(and(eq(records.dossier, dossier), eq(records.kind, 'report')))
  await eachData(read, stored, (data) => reports.push(share(as<'report'>(data))))
  const others = (await readOthers(read, dossier)).sort(inOrder)
  return new DossierForm(others, reportsById(reports))
}

/** The kinds of which a dossier has few. */
export const besidesReports = recordKinds.filter((kind) => kind !== 'report')

async function readOthers(read: Db | Tx, dossier: string): Promise<PlacedRow[]> {
  const rows = await read
    .select()
    .from(records)
    // Named one by one: to leave out the reports SQLite would walk through all of them.
    .where(and(eq(records.dossier, dossier), inArray(records.kind, besidesReports)))
  return rows.map(rowOf)
}

/** A form brought up to an edition: its reports by what the editions since have changed, the rest read anew where one touched it. */
async function broughtTo(read: Db | Tx, dossier: string, held: Held, edition: number): Promise<DossierForm> {
  if (dossier !== outside && !(await isTouched(read, dossier, held.edition, edition))) return held.form
  const changed = await read
    .select()
    .from(revisions)
    .where(
      and(
        eq(revisions.dossier, dossier),
        gt(revisions.edition, held.edition),
        lte(revisions.edition, edition),
        eq(revisions.kind, 'report'),
      ),
    )
    .orderBy(asc(revisions.edition))
  const last = new Map(changed.map((row) => [row.id, row]))
  const reports = [...last.values()].map(({ kind, id, number, ord, data }) => ({
    key: { kind, dossier, id },
    revision: number,
    ord,
    data: data === null ? null : as<'report'>(data),
  }))
  return held.form.withOthers(await readOthers(read, dossier)).with(reports)
}

async function isTouched(read: Db | Tx, dossier: string, after: number, until: number): Promise<boolean> {
  const since = await read
    .select({ summary: editions.summary })
    .from(editions)
    .where(and(gt(editions.number, after), lte(editions.number, until)))
  return since.some(({ summary }) => summary.dossiers.includes(dossier))
}
