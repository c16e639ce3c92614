import type { DateText } from '@/lib/model'
import { classesOf, historyOf, type Moment, memberTurns, standIn } from '@/lib/policy'

/** The history of a question whose cases differ in more ways than this is not told. */
export const mostTold = 100

/** What was answered over time, members followed from value to value; null where the cases differ in too many ways. */
export function periodsOf({ compiled, on, known }: Moment, question: Record<string, string>) {
  const days = [on, ...memberTurns(compiled, question)]
  const isWide = days.some((day) => {
    const values = standIn(compiled, question, day)
    return values !== null && classesOf(compiled, values).length > mostTold
  })
  return isWide ? null : historyOf(compiled, question, { known: known ?? undefined })
}

/** Since when an answer has been what it is, and since when on these terms, as finely as it is told. */
export interface AnswerSince {
  since: DateText
  terms: DateText
}

/** Since when a question has had its answer, by whatever rule and on whatever terms; null where that is not told. */
export function answerSince(moment: Moment, question: Record<string, string>): AnswerSince | null {
  const periods = periodsOf(moment, question) ?? []
  const at = periods.findLastIndex(({ from }) => from <= moment.on)
  const now = periods[at]
  if (!now) return null
  let first = at
  while (periods[first - 1]?.value.disposition === now.value.disposition) first--
  return { since: (periods[first] ?? now).shown, terms: now.shown }
}
