import { type DateText, type Day, type DossierRecords, firstDay, pendingStages, type Text } from '@/lib/model'
import { answerOfCase, type ReferenceAnswer } from './answer'
import { smaller } from './counted'
import { decisionOf, type OverriddenRule } from './decision'
import { type KnownRecords, knownOf, referenceLife } from './life'
import { referenceNext } from './next'
import { type Asked, casesAsked, covers } from './question'
import { governing } from './status'
import { type ReferenceUnsettled, referenceUnsettled } from './unsettled'

export interface PendingAlteration {
  change: string
  rule: string
  stage: string
  to: string
  conditions: Text[]
  from: DateText | null
}

export interface ReferenceVerdict extends ReferenceAnswer {
  since: Day | null
  conflict: boolean
  overridden: OverriddenRule[]
  pending: PendingAlteration[]
  /** Report and position of each effect, sorted: a set. */
  evidence: [string, number][]
  next: ({ on: Day } & ReferenceAnswer) | null
  unsettled: ReferenceUnsettled[]
}

export interface AskedMoment {
  on: Day
  known?: Day | undefined
  assume?: Record<string, Day> | undefined
}

function pendingFor(known: KnownRecords, kase: Asked, on: Day): PendingAlteration[] {
  const { records } = known
  const covering = records.rules.filter(({ scope }) => covers(records, scope, kase)).map(({ id }) => id)
  return records.changes
    .flatMap((change) => {
      const { stage } = referenceLife(known, change.id, on)
      if (stage === null) return []
      return change.alterations
        .map((alteration, position) => ({ alteration, position }))
        .filter(({ alteration: { rule } }) => covering.includes(rule))
        .filter(({ alteration }) => {
          if (pendingStages.includes(stage)) return true
          if (stage !== 'in_force' || alteration.from === null || firstDay(alteration.from) <= on) return false
          return governing(known, alteration.rule, firstDay(alteration.from))?.alteration === alteration
        })
        .map(({ alteration: { rule, to, conditions, from }, position }) => ({
          position,
          pending: { change: change.id, rule, stage, to, conditions, from },
        }))
    })
    .sort(
      (a, b) =>
        smaller(a.pending.change, b.pending.change) ||
        smaller(a.pending.rule, b.pending.rule) ||
        a.position - b.position,
    )
    .map(({ pending }) => pending)
}

/** Puts evidence in one order, to be compared as a set. */
export const asSet = (evidence: readonly [string, number][]): [string, number][] =>
  evidence.toSorted(([a, at], [b, bt]) => smaller(a, b) || at - bt)

function evidenceFor({ counted }: KnownRecords, change: string | null, rule: string | null, on: Day) {
  const told = counted.flatMap(({ report, date }) =>
    report.effects
      .map((effect, position) => ({ effect, at: [report.id, position] as [string, number] }))
      .filter(({ effect }) => effect.change === change && firstDay(effect.on ?? date) <= on)
      .filter(({ effect }) => rule !== null && (effect.rules === undefined || effect.rules.includes(rule))),
  )
  return asSet(told.map(({ at }) => at))
}

/** The verdict of a question that is one case on the day (null where it is several), by the letter of the model. */
export function referenceVerdict(
  records: DossierRecords,
  asked: Asked,
  { on, known: knownOn, assume }: AskedMoment,
): ReferenceVerdict | null {
  const known = knownOf(records, knownOn, assume)
  const next = referenceNext(known, asked, on)
  const cases = casesAsked(records, asked, on)
  if (cases === null)
    return {
      ...{ disposition: 'untracked', rule: null, change: null, since: null, conditions: [], conflict: false },
      ...{ overridden: [], duties: [], pending: [], evidence: [], next, unsettled: [] },
    }
  const [kase] = cases
  if (!kase || cases.length > 1) return null
  const { first, overridden, conflict } = decisionOf(known, kase, on)
  const answer = answerOfCase(known, kase, on)
  return {
    ...answer,
    since: first?.since ?? null,
    ...{ conflict, overridden, next },
    pending: pendingFor(known, kase, on),
    evidence: evidenceFor(known, answer.change, answer.rule, on),
    unsettled: referenceUnsettled(known, kase, on),
  }
}
