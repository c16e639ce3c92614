import type { Day, DossierRecords, Stage } from '@/lib/model'
import { pendingStages } from '@/lib/model'
import { type CountedReport, countedReports } from './counted'
import { type Reading, stepsOf } from './steps'
import type { ToldStep } from './told'

/** What is known and assumed, whatever the day: the reports that count and the steps of every change. */
export interface KnownRecords {
  records: DossierRecords
  counted: CountedReport[]
  steps: Map<string, ToldStep[]>
  /** A change and the day from which it is taken to be in force. */
  assume: ReadonlyMap<string, Day>
}

export function knownOf(
  records: DossierRecords,
  known?: Day,
  assume: Record<string, Day> = {},
  reading?: Reading,
): KnownRecords {
  const counted = countedReports(records, known)
  const steps = new Map(records.changes.map((change) => [change.id, stepsOf(change, counted, reading)]))
  return { records, counted, steps, assume: new Map(Object.entries(assume)) }
}

/** The stage of a change on a day, and since when it is in force (null where it is not). */
export function referenceLife({ steps, assume }: KnownRecords, change: string, on: Day) {
  const assumed = assume.get(change)
  if (assumed !== undefined && assumed <= on) {
    // As if it were told of that day: a stretch that is interrupted goes on.
    const before: { start: Day | null } = stretchBy({ steps, change, on: assumed })
    return { stage: 'in_force' as const, inForceOn: before.start ?? assumed }
  }
  const { stage, start } = stretchBy({ steps, change, on })
  return { stage, inForceOn: stage === 'in_force' ? start : null }
}

/** The stage by a day, and the first day of the stretch that runs or is interrupted. */
function stretchBy({ steps, change, on }: Pick<KnownRecords, 'steps'> & { change: string; on: Day }) {
  let stage: Stage | null = null
  // The first day of the stretch that runs or is interrupted.
  let start: Day | null = null
  for (const step of steps.get(change) ?? []) {
    if (step.day > on) continue
    if (start !== null && pendingStages.includes(step.stage)) continue
    stage = step.stage
    if (stage === 'in_force') start ??= step.day
    else if (stage !== 'suspended') start = null
  }
  return { stage, start }
}
