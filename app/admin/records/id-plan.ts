import 'server-only'
import type { Db } from '@/db/client'
import type { TogetherStep } from '@/db/commands/draft-together'
import { type RecordKey, recordKey } from '@/db/key'
import { draftsOfRecord, findDraft, listDrafts, type OpenDraft } from '@/db/queries/draft'
import { listDossiers, listSources, loadDossier } from '@/db/queries/record'
import {
  type Actor,
  type AnyRecord,
  absorb,
  applyEdits,
  type DossierRecords,
  fieldName,
  type IdMention,
  isSameMention,
  type Locale,
  mentionsIn,
  type Problem,
  parseRecord,
  type RecordEdit,
  type RecordKind,
  recordsMentioning,
  recordsOf,
  renameIn,
  type Source,
  titleOf,
  underNewId,
  validateDossier,
} from '@/lib/model'
import { faultInWords } from '@/lib/words/desk-faults'
import type { DeskWords } from '@/lib/words/desk-messages'
import { fieldLabel } from '../_components/field-label'
import { draftedOf } from './drafted-steps'
import { ownText } from './own-text'

/** A record that names something, and in how many places. */
export interface Touched extends RecordKey {
  title: string
  /** The fields in which it does. */
  places: string[]
}

/** What another id, or a merger, would do. */
export interface IdPlan {
  /** The drafts that would be made. */
  steps: TogetherStep[]
  /** How many records are rewritten without a draft when these are published. */
  following: number
  touched: Touched[]
  /** Why it cannot be done, in words; null where it can. */
  problem: string | null
  /** Drafts that name it and are left as they are: of other people, and of records that are not public. */
  left: OpenDraft[]
}

/** For whom something is worked out, and in which words. */
export interface Planning {
  db: Db
  t: DeskWords
  locale: Locale
  /** The person whose drafts follow. */
  by: string
}

/** What can get another id: what records name by one, and a dossier, which none does. */
export type AskedWhat = IdMention | { kind: 'dossier'; id: string; dimension?: undefined }

/** What gets another id, and where it stands ('' : a publisher; a dossier: in itself). */
export interface AskedThing {
  what: AskedWhat
  dossier: string
}

interface Named extends AskedThing {
  what: IdMention
}

/** The dossiers in which something can be named. */
async function dossiersOf(db: Db, { what, dossier }: Named): Promise<DossierRecords[]> {
  const ids = what.kind === 'source' ? (await listDossiers(db)).map(({ id }) => id) : [dossier]
  const found = await Promise.all(ids.map((id) => loadDossier(db, id)))
  return found.flatMap((records) => records ?? [])
}

const isRecord = (kind: IdMention['kind']): kind is Exclude<RecordKind, 'dossier' | 'site'> =>
  kind !== 'value' && kind !== 'dimension'

/** What names something: every place in every record of its dossiers. */
export async function touchedBy(db: Db, { what, dossier }: AskedThing, locale: Locale): Promise<Touched[]> {
  return what.kind === 'dossier' ? [] : touchedIn(await dossiersOf(db, { what, dossier }), what, locale)
}

const touchedIn = (dossiers: readonly DossierRecords[], what: IdMention, locale: Locale): Touched[] =>
  dossiers.flatMap((records) => {
    const titles = new Map(
      recordsOf(records).map(({ kind, record }) => [`${kind} ${record.id}`, titleOf(record, locale)]),
    )
    return recordsMentioning(records, what).map(({ kind, id, paths }) => ({
      ...recordKey(kind, records.dossier.id, id),
      title: titles.get(`${kind} ${id}`) || id,
      places: paths.map(fieldName),
    }))
  })

const none: IdPlan = { steps: [], following: 0, touched: [], problem: null, left: [] }

/** Works out what giving something another id changes: the record itself, and all that names it. */
export async function planNewId(planning: Planning, { what, dossier }: Named, to: string): Promise<IdPlan> {
  const { db, by } = planning
  const dossiers = await dossiersOf(db, { what, dossier })
  const sources = await listSources(db)
  const renaming = { what, to }
  const steps = dossiers.flatMap((records) =>
    recordsOf(records).flatMap(({ kind, record }): TogetherStep[] => {
      if (kind === what.kind && record.id === what.id) return []
      const data = renameIn(kind, record as AnyRecord, renaming)
      if (data === record) return []
      return [
        { key: recordKey(kind, records.dossier.id, record.id), data, ofDraft: (own) => renameIn(kind, own, renaming) },
      ]
    }),
  )
  if (isRecord(what.kind)) {
    const { kind } = what
    const all: readonly AnyRecord[] = kind === 'source' ? sources : dossiers.flatMap((one) => listOf(one, kind))
    const record = all.find(({ id }) => id === what.id)
    if (!record) return { ...none, problem: planning.t('newId.notThere') }
    const key = recordKey(kind, dossier, what.id)
    const own = await ownText(db, key, by)
    const text = own === undefined ? record : (own as AnyRecord)
    steps.unshift(
      { key: recordKey(kind, dossier, to), data: underNewId(renameIn(kind, { ...text, id: what.id }, renaming), to) },
      // The text of one's own draft goes on in the draft of the new id.
      { key, data: null, ofDraft: (data) => (JSON.stringify(data) === JSON.stringify(own) ? null : undefined) },
    )
  }
  const drafted = await draftedOf(db, steps, { what, to, by })
  return {
    ...drafted,
    touched: touchedIn(dossiers, what, planning.locale),
    problem: await problemOf(planning, {
      steps,
      dossiers,
      sources,
      to: isRecord(what.kind) ? recordKey(what.kind, dossier, to) : null,
    }),
    left: await leftDrafts(db, what, dossiers, { ...drafted, by }),
  }
}

/** Works out what making two publishers, or two actors, one changes: the one that goes is called by the id of the one that stays. */
export async function planMerger(planning: Planning, asked: AskedThing, stays: string): Promise<IdPlan> {
  const { db, t, by } = planning
  const { what, dossier } = asked
  if (what.kind !== 'source' && what.kind !== 'actor') return { ...none, problem: t('newId.twoThere') }
  const { kind } = what
  const dossiers = await dossiersOf(db, { what, dossier })
  const sources = await listSources(db)
  const all: readonly (Actor | Source)[] = kind === 'source' ? sources : (dossiers[0]?.actors ?? [])
  const [stay, go] = [stays, what.id].map((id) => all.find((one) => one.id === id))
  if (!stay || !go || stay === go) return { ...none, problem: t('newId.twoThere') }
  const renaming = { what, to: stays }
  const join = (own: unknown): unknown =>
    absorb(renameIn(kind, own as Actor, renaming), renameIn(kind, go as Actor, renaming))
  const steps: TogetherStep[] = [
    { key: recordKey(kind, dossier, stays), data: join(stay), ofDraft: join },
    { key: recordKey(kind, dossier, go.id), data: null },
    ...dossiers.flatMap((records) =>
      recordsOf(records).flatMap(({ kind: of, record }): TogetherStep[] => {
        if (of === kind && (record.id === stays || record.id === go.id)) return []
        const data = renameIn(of, record as AnyRecord, renaming)
        if (data === record) return []
        return [
          { key: recordKey(of, records.dossier.id, record.id), data, ofDraft: (own) => renameIn(of, own, renaming) },
        ]
      }),
    ),
  ]
  const drafted = await draftedOf(db, steps, { what, to: stays, by })
  return {
    ...drafted,
    touched: touchedIn(dossiers, what, planning.locale),
    problem: await problemOf(planning, { steps, dossiers, sources, to: null }),
    left: await leftDrafts(db, what, dossiers, { ...drafted, by }),
  }
}

function listOf(
  records: DossierRecords,
  kind: Exclude<RecordKind, 'dossier' | 'source' | 'site'>,
): readonly AnyRecord[] {
  return { rule: records.rules, change: records.changes, actor: records.actors, report: records.reports }[kind]
}

interface Outcome {
  steps: readonly TogetherStep[]
  dossiers: readonly DossierRecords[]
  sources: readonly Source[]
  /** A record that is to be new. */
  to: RecordKey | null
}

/** The first thing that would be wrong with what is public then and is not wrong now; null where there is none. */
async function problemOf(
  { db, t, locale }: Planning,
  { steps, dossiers, sources, to }: Outcome,
): Promise<string | null> {
  const say = (problem: Problem | undefined): string =>
    t('newId.unsound', {
      id: problem?.id ?? '',
      field: fieldLabel(locale, fieldName(problem?.path ?? [])),
      problem: faultInWords(t, problem?.message ?? ''),
    })
  if (to && (await draftsOfRecord(db, to)).length > 0) return t('newId.draftThere', { id: to.id })
  const isTaken = (one: TogetherStep) =>
    to !== null && one.data !== null && one.key.kind === to.kind && one.key.id === to.id
  if (to) {
    const there =
      to.kind === 'source'
        ? sources
        : dossiers.flatMap((one) => recordsOf(one).flatMap(({ kind, record }) => (kind === to.kind ? [record] : [])))
    if (there.some(({ id }) => id === to.id)) return t('newId.taken', { id: to.id })
    const own = (steps.find(isTaken)?.data as AnyRecord | undefined)?.formerly ?? []
    const other = there.find(({ id, formerly }) => formerly?.includes(to.id) && !own.includes(id))
    if (other) return t('newId.wasOf', { id: to.id, other: other.id })
  }
  for (const { key, data } of steps) {
    const parsed = data === null ? null : parseRecord(key.kind, data)
    // A draft that is not sound yet is put right in its own form.
    if (parsed && !parsed.ok && !isTaken({ key, data })) return say(parsed.problems[0])
  }
  const left = applied(sources, steps)
  for (const records of dossiers) {
    const before = new Set(validateDossier(records, sources).map(({ message }) => message))
    const edits = steps.flatMap(({ key, data }): RecordEdit[] => {
      const parsed = data === null ? null : parseRecord(key.kind, data)
      if (key.dossier !== records.dossier.id || (parsed && !parsed.ok)) return []
      return [{ kind: key.kind, id: key.id, record: parsed?.ok ? parsed.record : null }]
    })
    const wrong = validateDossier(applyEdits(records, edits), left).find(({ message }) => !before.has(message))
    if (wrong) return say(wrong)
  }
  return null
}

function applied(sources: readonly Source[], steps: readonly TogetherStep[]): Source[] {
  const own = steps.filter(({ key }) => key.kind === 'source')
  const gone = new Set(own.flatMap(({ key, data }) => (data === null ? [key.id] : [])))
  const come = own.flatMap(({ data }) => (data === null ? [] : [data as Source]))
  return [...sources.filter(({ id }) => !gone.has(id) && !come.some((one) => one.id === id)), ...come]
}

/** The open drafts that name something and get no part in it. */
async function leftDrafts(
  db: Db,
  what: IdMention,
  dossiers: readonly DossierRecords[],
  { steps, by }: { steps: readonly TogetherStep[]; by: string },
): Promise<OpenDraft[]> {
  const within = new Set(dossiers.map(({ dossier }) => dossier.id))
  const open = (await listDrafts(db)).filter(({ dossier }) => within.has(dossier))
  const isMade = ({ author, kind, dossier, recordId }: OpenDraft) =>
    author === by && steps.some(({ key }) => key.kind === kind && key.dossier === dossier && key.id === recordId)
  const found = await Promise.all(
    open.filter((draft) => !isMade(draft)).map(async (entry) => ({ entry, draft: await findDraft(db, entry.id) })),
  )
  return found.flatMap(({ entry, draft }) =>
    draft && mentionsIn(draft.kind, draft.data).some(({ mention }) => isSameMention(mention, what)) ? [entry] : [],
  )
}
