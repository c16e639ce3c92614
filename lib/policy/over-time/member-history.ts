import { addDays, type Day } from '@/lib/model'
import { type CaseClass, classesOf } from '@/lib/policy/answer/classes'
import { decideBy, notFollowed } from '@/lib/policy/answer/decide'
import { memberTurns, standIn } from '@/lib/policy/answer/members'
import type { Question } from '@/lib/policy/answer/question'
import type { Compiled } from '@/lib/policy/compiled/types'
import { newMoment } from '@/lib/policy/standing/moment'
import {
  decisionShared,
  type HistoryOptions,
  type Period,
  questionHistory,
  type SharedDecision,
  sameVoice,
} from './history'

/**
 * As `questionHistory`, of a question that may name members: it follows them from value to value. Where one stands in none the
 * dossier does not follow it.
 */
export function historyOf(
  compiled: Compiled,
  question: Question,
  options: HistoryOptions = {},
): readonly Period<SharedDecision>[] {
  const turns = memberTurns(compiled, question)
  if (turns.length === 0) {
    const values = standIn(compiled, question, '9999-12-31')
    return values ? questionHistory(compiled, classesOf(compiled, values), options) : []
  }
  const first = addDays(turns[0] ?? '', -1)
  const stretches = [first, ...turns].map((day, at) => ({ day, last: turns[at] ? addDays(turns[at], -1) : null }))
  const periods = stretches.flatMap(({ day, last }, at): Period<SharedDecision>[] => {
    const from = at === 0 ? null : day
    const values = standIn(compiled, question, day)
    if (values) return clipped({ compiled, classes: classesOf(compiled, values), options }, from, last)
    return from === null ? [] : [{ from, shown: from, until: last, value: notFollowed }]
  })
  return joined(periods)
}

interface Asked {
  compiled: Compiled
  classes: readonly CaseClass[]
  options: HistoryOptions
}

/** What of a history lies between two days, from the first of them on. */
function clipped(asked: Asked, from: Day | null, last: Day | null): Period<SharedDecision>[] {
  const { compiled, classes, options } = asked
  const within = questionHistory(compiled, classes, options).flatMap((period): Period<SharedDecision>[] => {
    const isAfter = last !== null && period.from > last
    const isBefore = from !== null && period.until !== null && period.until < from
    if (isAfter || isBefore) return []
    const starts = from !== null && period.from < from ? { from, shown: from } : {}
    const until = last !== null && (period.until === null || period.until > last) ? last : period.until
    return [{ ...period, ...starts, until }]
  })
  const begins = within[0]?.from
  if (from === null || begins === from) return within
  const moment = newMoment(compiled, from, options.known ?? null)
  const value = decisionShared(classes.map((covered) => decideBy(moment, covered)))
  return [{ from, shown: from, until: begins === undefined ? last : addDays(begins, -1), value }, ...within]
}

function joined(periods: readonly Period<SharedDecision>[]): Period<SharedDecision>[] {
  const found: Period<SharedDecision>[] = []
  for (const period of periods) {
    const last = found.at(-1)
    if (last && sameVoice(last.value, period.value)) found[found.length - 1] = { ...last, until: period.until }
    else found.push(period)
  }
  return found
}
