import 'server-only'
import { database } from '@/db/client'
import { recordKey } from '@/db/key'
import { type Draft, findDraft, listDrafts, type OpenDraft } from '@/db/queries/draft'
import { findRecord, listDossiers, listSources, type Published } from '@/db/queries/record'
import {
  applyEdits,
  type Day,
  type Dossier,
  type DossierRecords,
  findDoubts,
  findSiteDoubts,
  namesKept,
  type Problem,
  parseRecord,
  type RecordEdit,
  type RecordKind,
  type Site,
  type Source,
  validateDossier,
  warningsOf,
} from '@/lib/model'
import { type Compiled, compileDossier, type DifferencesFrom, differencesOfPublishing, findChange } from '@/lib/policy'
import { now, todayIn } from '../clock'
import { findDossier } from '../site'
import { withFollowing } from './following'
import { withNeeded } from './needed-drafts'

/** What can be said of drafts before they are published. */
export interface DraftCheck {
  /** What keeps them from being published, by field. */
  problems: Problem[]
  /** What may be meant otherwise in them, by field; it hinders nothing. */
  warnings: Problem[]
  /** The dossier as it is public; null where it is not yet, and for a publisher, which belongs to none. */
  compiled: Compiled | null
  /** The dossier as it would be; null while something is wrong. */
  after: Compiled | null
  moved: DifferencesFrom[]
  /** How many days were not looked at, because there are so many. */
  leftOut: number
  sources: Map<string, Source>
  today: string
  /** Whether the dossier is removed, with all that stands in it. */
  goes: boolean
}

/** One draft as it stands beside what is public and beside other drafts. */
export interface OneDraftCheck extends DraftCheck {
  published: Published<RecordKind> | null
  /** Drafts of new records that it names: it is published together with them. */
  along: OpenDraft[]
  /** All drafts of new records that a draft of this dossier can name. */
  inDrafts: OpenDraft[]
}

/** Checks one draft against what is public, together with the drafts of new records that it names. */
export async function checkDraft(draft: Draft): Promise<OneDraftCheck> {
  const { db } = await database()
  const published = await findRecord(db, recordKey(draft.kind, draft.dossier, draft.recordId))
  const open = await listDrafts(db)
  const inDrafts = open.filter(
    ({ id, dossier, baseRevision }) =>
      baseRevision === null && id !== draft.id && (dossier === draft.dossier || dossier === ''),
  )
  const others = open.filter(
    ({ id, dossier }) => id !== draft.id && (draft.dossier === '' || dossier === draft.dossier || dossier === ''),
  )
  const together = (await withNeeded(db, [draft], others)).slice(1).map(({ entry }) => entry)
  const texts = await Promise.all(together.map(({ id }) => findDraft(db, id)))
  const check = await checkDrafts(draft.dossier, [draft, ...texts.flatMap((text) => text ?? [])])
  // What is wrong with another draft is said there.
  const problems = check.problems.filter(({ id }) => !together.some(({ recordId }) => recordId === id))
  const warnings = check.warnings.filter(({ kind, id }) => kind === draft.kind && id === draft.recordId)
  return { ...check, problems, warnings, published, along: together, inDrafts }
}

/** Checks drafts of one dossier, and of publishers, as if they were published together. */
export async function checkDrafts(dossierId: string, drafts: readonly Draft[]): Promise<DraftCheck> {
  const { db } = await database()
  const problems: Problem[] = []
  const edits = drafts.flatMap((draft): RecordEdit[] => {
    if (draft.data === null) return [{ kind: draft.kind, id: draft.recordId, record: null }]
    const parsed = parseRecord(draft.kind, draft.data)
    if (parsed.ok) return [{ kind: draft.kind, id: draft.recordId, record: parsed.record }]
    problems.push(...parsed.problems.map((problem) => ({ ...problem, id: draft.recordId })))
    return []
  })
  const published = new Map((await listSources(db)).map((source) => [source.id, source]))
  const sources = new Map(published)
  for (const { kind, id, record } of edits) {
    if (kind !== 'source') continue
    if (record) sources.set(id, record as Source)
    else sources.delete(id)
  }
  const site = edits.find(({ kind, record }) => kind === 'site' && record !== null)?.record as Site | undefined
  const ofSite = site
    ? findSiteDoubts(
        site,
        (await listDossiers(db)).flatMap(({ id, formerly = [] }) => [id, ...formerly]),
      )
    : []
  const open = dossierId ? await findDossier(dossierId) : null
  const base = open?.compiled.records ?? begunBy(edits)
  const goes = edits.some(({ kind, record }) => kind === 'dossier' && record === null)
  if (!base || goes)
    return {
      problems,
      warnings: ofSite,
      compiled: open?.compiled ?? null,
      after: null,
      moved: [],
      leftOut: 0,
      sources,
      today: open?.today ?? now().slice(0, 10),
      goes,
    }
  const records = applyEdits(base, withFollowing(base, published, edits))
  const touched = new Set(drafts.map((draft) => draft.recordId))
  problems.push(
    ...validateDossier(records, [...sources.values()]).filter(
      (problem) => problems.length === 0 || touched.has(problem.id),
    ),
  )
  const sound = problems.length === 0
  const after = sound ? compileDossier(records, [], open?.compiled) : null
  const today = todayIn(records.dossier.timeZone)
  const { moved, leftOut } =
    open && after ? differencesOfPublishing(open.compiled, after, today) : { moved: [], leftOut: 0 }
  const doubts = sound ? [...findDoubts(records), ...(open ? namesKept(base, records) : [])] : []
  const warnings = [
    ...ofSite,
    ...(open ? drafts.flatMap((draft) => warningsOfDraft(draft, { compiled: open.compiled, sources, today })) : []),
    ...doubts.filter((doubt) => drafts.some(({ kind, recordId }) => kind === doubt.kind && recordId === doubt.id)),
  ]
  return { goes, problems, warnings, compiled: open?.compiled ?? null, after, moved, leftOut, sources, today }
}

/** A dossier that is a draft itself, with nothing in it yet; null where none is. */
function begunBy(edits: readonly RecordEdit[]): DossierRecords | null {
  const dossier = edits.find(({ kind, record }) => kind === 'dossier' && record !== null)?.record
  return dossier ? { dossier: dossier as Dossier, rules: [], changes: [], actors: [], reports: [] } : null
}

/** What strikes in the draft of a report beside what is public. */
function warningsOfDraft(
  { kind, recordId, data }: Draft,
  { compiled, sources, today }: { compiled: Compiled; sources: Map<string, Source>; today: Day },
): Problem[] {
  if (kind !== 'report' || data === null) return []
  const { source } = Object(data) as { source?: unknown }
  const { timeZone } = compiled.dossier
  return warningsOf(data, {
    today,
    timeZone,
    publisherUrl: sources.get(String(source))?.url,
    stageOf: (change, day) =>
      findChange(compiled, change)?.life.steps.findLast((step) => step.day <= day && step.move.report.id !== recordId)
        ?.stage ?? null,
  }).map((warning) => ({ ...warning, id: recordId }))
}
