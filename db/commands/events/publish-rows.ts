import type { Tx } from '@/db/dialect'
import { byReason } from '@/db/schema'
import type { EditionSummary } from '@/lib/events/edition-summary'
import {
  type AnyRecord,
  type Day,
  type DossierRecords,
  dayOfInstant,
  firstDay,
  isSameRecord,
  publishedDate,
  type Report,
} from '@/lib/model'
import { type Compiled, eventsOfPublishing } from '@/lib/policy'
import { keyText } from '../../key'
import { type CorrectionRow, correctionRows } from '../publish/correction-rows'
import { NewIds } from '../publish/new-ids'
import type { Turn } from '../publish/turn'
import { carryEvents } from './carry-events'
import { EventRecords } from './concerning'
import { beginDays, lastDayTold, reportedAs, reportedEvent, writeDays } from './day-rows'
import { eventId, type NewEvent, touchEvents, writeEvents } from './write-events'

/** An edition with more new reports than this in a dossier is an import of it: what it brought there is told report by report. */
export const mostTold = 50

/** What events are made of: what an edition changed, and the dossiers that it touched as they were before, in the ids of after. */
export interface EventTurn extends Turn {
  before: ReadonlyMap<string, DossierRecords>
  reason: string
  summary: EditionSummary
  at: string
  /** Compiles a form of a dossier of it. */
  compile: (records: DossierRecords) => Compiled
}

/**
 * Writes what an edition tells (model, section 10), in its transaction: per dossier the days that have come until now, by the form
 * before; then the reports, what follows from them, corrections and retractions; at last the edition itself.
 */
export async function writeEditionEvents(tx: Tx, turn: EventTurn): Promise<void> {
  const { edition, at, reason, summary } = turn
  const cause = { edition, day: null, at }
  const ids = new NewIds(turn.steps)
  await carryEvents(tx, ids)
  for (const id of summary.dossiers) {
    const after = turn.dossiers.find(({ dossier }) => dossier.id === id)
    if (after) await writeEvents(tx, await eventsOfDossier(tx, after, turn, ids), cause)
  }
  const told: NewEvent = {
    kind: 'edition',
    is: String(edition),
    dossier: '',
    data: { number: edition, reason, summary },
    records: [],
  }
  await writeEvents(tx, [told], cause)
}

async function eventsOfDossier(tx: Tx, after: DossierRecords, turn: EventTurn, ids: NewIds): Promise<NewEvent[]> {
  const { id } = after.dossier
  const before = turn.before.get(id)
  // Of a dossier that changes its zone the days go on as they were counted.
  const today = dayOfInstant(turn.at, (before ?? after).dossier.timeZone)
  const steps = reportSteps(turn, id, ids)
  const concerning = new EventRecords(after)
  const isOut = (report: Report, { timeZone } = after.dossier) =>
    firstDay(publishedDate(report.published, timeZone)) <= today
  const come = steps.filter(({ before: was, next }) => {
    return next && !next.retracted && isOut(next) && !(was && !was.retracted && isOut(was, before?.dossier))
  })
  const reported = come.map(({ next }) => reportedEvent(after.dossier, next as Report, concerning))
  if (!before) {
    await beginDays(tx, id, today)
    return reported
  }
  await touchEvents(
    tx,
    steps.flatMap(({ before: was, next }) =>
      was && next && was !== next ? [eventId('reported', reportedAs(after.dossier, next))] : [],
    ),
    turn.at,
  )
  if (steps.filter(({ before: was, next }) => next && !was).length > mostTold) {
    if ((await lastDayTold(tx, id)) !== today) await writeDays(tx, turn.compile(before), whenOf(turn, today))
    return reported
  }
  return [...reported, ...noted(steps, id, turn, concerning), ...(await moved(tx, before, after, { turn, today, ids }))]
}

const whenOf = ({ edition, at }: EventTurn, today: Day) => ({ edition: edition - 1, today, at })

interface ReportStep {
  before: Report | null
  next: Report | null
}

const reportSteps = ({ steps }: EventTurn, dossier: string, ids: NewIds): ReportStep[] =>
  steps.flatMap((step) =>
    step.key.kind === 'report' && step.key.dossier === dossier
      ? [{ before: ids.before(step) as Report | null, next: step.next as Report | null }]
      : [],
  )

/** Corrections and retractions of what had been public here; what came with its notes was never told otherwise. */
function noted(steps: readonly ReportStep[], dossier: string, turn: EventTurn, concerning: EventRecords): NewEvent[] {
  return steps.flatMap(({ before, next }) => {
    // What only stands in a dossier with another id is the very same.
    if (!before || !next || before === next) return []
    const revision = turn.revisions.get(keyText({ kind: 'report', dossier, id: next.id })) ?? 1
    const rows = correctionRows(next, before, { dossier, revision, edition: turn.edition })
    return rows.map((row) => notedEvent(row, next, concerning))
  })
}

function notedEvent(row: CorrectionRow, report: Report, concerning: EventRecords): NewEvent {
  const { dossier, revision, verb, position } = row
  const shared = {
    is: `${dossier} ${report.id} ${revision} ${position}`,
    dossier,
    records: concerning.ofReport(report),
  }
  if (verb === 'retracted') return { kind: 'retracted', ...shared, data: { report: report.id, revision } }
  const note = position === byReason ? null : position
  return { kind: 'corrected', ...shared, data: { report: report.id, revision, note } }
}

/** What the engine finds between the two forms. They are compiled only where something changed that it reads. */
async function moved(
  tx: Tx,
  before: DossierRecords,
  after: DossierRecords,
  { turn, today, ids }: { turn: EventTurn; today: Day; ids: NewIds },
): Promise<NewEvent[]> {
  const { id } = after.dossier
  if (!turn.steps.some((step) => step.key.dossier === id && bears(step, ids))) return []
  const was: Compiled = turn.compile(before)
  await writeDays(tx, was, whenOf(turn, today))
  const concerning = new EventRecords({ ...after, changes: [...before.changes, ...after.changes] })
  return eventsOfPublishing(was, turn.compile(after), today).map((event): NewEvent => {
    return { ...event, is: `${id} e${turn.edition} ${event.key}`, dossier: id, records: concerning.of(event) }
  })
}

/** Whether a step bears on what the engine works out: of a report, its date and what it tells, not its text. */
function bears(step: EventTurn['steps'][number], ids: NewIds): boolean {
  const { key, next } = step
  if (key.kind === 'actor' || key.kind === 'source') return false
  const before = ids.before(step)
  if (before === next) return false
  if (key.kind === 'dossier' && before && next) return !isSameRecord(withoutFormer(before), withoutFormer(next))
  if (key.kind !== 'report' || !before || !next) return true
  return substance(before as Report) !== substance(next as Report)
}

const withoutFormer = ({ formerly: _, ...record }: AnyRecord) => record

const substance = ({ kind, published, retracted, related, effects, expectations }: Report): string =>
  JSON.stringify([kind, published, retracted !== undefined, related, effects, expectations])
