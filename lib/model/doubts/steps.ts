import { type DateText, type Day, firstDay, lastDay, publishedDate } from '../day'
import { type Change, type DossierRecords, type Effect, type Report, standingReports } from '../records'
import { type Stage, stageRank } from '../words'

/** One step of a change as a report tells it. */
export interface ToldStep {
  report: Report
  effect: Effect
  /** Place of the effect in its report. */
  at: number
  stage: Stage
  on: DateText
  /** The day on which it counts as reached. */
  day: Day
  /** The last day on which the report may have come out. */
  out: Day
}

const before = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

/** Whether two dates agree: one of them begins with the other. */
export const agree = (a: DateText, b: DateText): boolean => a.startsWith(b) || b.startsWith(a)

/** A date and the coarser ones around it: `2024-03-10`, `2024-03`, `2024`. */
export const coarser = (date: DateText): DateText[] =>
  [date, date.slice(0, 7), date.slice(0, 4)].filter((one, at, all) => all.indexOf(one) === at)

/**
 * The steps that standing reports tell of each change, in the order of their days, nearly as the engine finds those that hold (model,
 * section 2, steps): enough to doubt by, at a cost that grows with what is told and no faster.
 */
export function stepsTold({ dossier, changes, reports }: DossierRecords): Map<string, ToldStep[]> {
  const told = new Map<string, ToldStep[]>(changes.map(({ id }) => [id, []]))
  const asides = new Map(changes.map((change) => [change.id, asidesOf(change)]))
  const stagesOf = stagesTold(changes, reports)
  for (const report of standingReports(reports)) {
    const published = publishedDate(report.published, dossier.timeZone)
    const out = lastDay(published)
    report.effects.forEach((effect, at) => {
      const { change, kind, stage, certainty, on = published } = effect
      if (kind !== 'moves' || certainty !== 'said' || stage === undefined) return
      const isAside = asides
        .get(change)
        ?.get(report.id)
        ?.some((holds) => holds === null || stagesOf(holds, change).has(stage))
      if (!isAside) told.get(change)?.push({ report, effect, at, stage, on, day: firstDay(on), out })
    })
  }
  for (const [change, steps] of told) told.set(change, standing(steps))
  return told
}

/** For each report that a resolution of the change is against, the reports that hold about dates; null: about all that it says. */
function asidesOf({ resolutions }: Change): Map<string, (string | null)[]> {
  const asides = new Map<string, (string | null)[]>()
  for (const { about, holds, against } of resolutions ?? [])
    if (against !== undefined) asides.set(against, [...(asides.get(against) ?? []), about === 'dates' ? holds : null])
  return asides
}

/** Which stages of a change a report tells or denies. */
export function stagesTold(changes: readonly Change[], reports: readonly Report[]) {
  const asked = new Set(
    changes.flatMap(({ resolutions }) => (resolutions ?? []).flatMap(({ holds, against }) => [holds, against])),
  )
  const told = new Map<string, Set<Stage>>()
  for (const { id, effects } of standingReports(reports)) {
    if (!asked.has(id)) continue
    for (const { change, kind, stage, certainty } of effects) {
      if (kind !== 'moves' || certainty === 'possible' || stage === undefined) continue
      const key = `${id} ${change}`
      told.set(key, (told.get(key) ?? new Set()).add(stage))
    }
  }
  return (report: string, change: string): ReadonlySet<Stage> => told.get(`${report} ${change}`) ?? new Set()
}

function standing(steps: ToldStep[]): ToldStep[] {
  return exact(dated(withoutPostponed(steps))).sort(
    (a, b) =>
      before(a.day, b.day) ||
      before(a.out, b.out) ||
      stageRank(a.stage) - stageRank(b.stage) ||
      before(a.report.id, b.report.id) ||
      a.at - b.at,
  )
}

/** A month or a year does not begin before a lower rank that is first reached on a finer date inside it. */
function dated(steps: ToldStep[]): ToldStep[] {
  const first = new Map<Stage, DateText>()
  for (const { stage, on } of steps) {
    const known = first.get(stage)
    if (known === undefined || firstDay(on) < firstDay(known)) first.set(stage, on)
  }
  for (const step of steps) {
    if (step.on.length === 10) continue
    for (const [stage, on] of first) {
      const inside = on.length > step.on.length && on.startsWith(step.on)
      if (inside && stageRank(stage) < stageRank(step.stage) && firstDay(on) > step.day) step.day = firstDay(on)
    }
  }
  return steps
}

/** A month or a year falls away where another step tells the same stage on a finer date inside it. */
function exact(steps: ToldStep[]): ToldStep[] {
  const around = new Set(
    steps.flatMap(({ stage, on }) => coarser(on).flatMap((date) => (date === on ? [] : `${stage} ${date}`))),
  )
  return steps.filter(({ stage, on }) => !around.has(`${stage} ${on}`))
}

/** An announced step falls away when the next report to date it otherwise comes out before its day, or announces in its turn. */
function withoutPostponed(steps: ToldStep[]): ToldStep[] {
  const later = new Map<Stage, { next: ToldStep; other: ToldStep | null }>()
  return steps
    .toSorted((a, b) => before(b.out, a.out))
    .filter((step) => {
      const { next, other } = later.get(step.stage) ?? { next: null, other: null }
      const rival = next && !agree(next.on, step.on) ? next : other && !agree(other.on, step.on) ? other : null
      later.set(step.stage, { next: step, other: next && next.on !== step.on ? next : other })
      const announced = step.day > step.out
      return !(announced && rival && rival.out > step.out && (rival.out < step.day || rival.day > rival.out))
    })
}
