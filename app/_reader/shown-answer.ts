import type { DateText } from '@/lib/model'
import { type Answer, answerShared, type Moment } from '@/lib/policy'
import type { ShownDisposition } from '@/lib/words/own-words'
import { answerSince } from './answer-history'

/** An answer in short: what it is, and since when, as finely as it is told. */
export interface ShownAnswer {
  value: ShownDisposition
  since: DateText | null
}

/** What is shown of an answer in a line; not known where it hangs on a suspension of which nobody knows whether it is over. */
export function shownAnswer(moment: Moment, question: Record<string, string>, answer: Answer): ShownAnswer {
  const { disposition, cases, unsettled } = answer
  const decisions = cases.map(({ decision }) => decision)
  const isUnknown =
    disposition !== 'mixed' &&
    unsettled.some(({ wouldBe }) => wouldBe.disposition !== answerShared(decisions).disposition)
  if (isUnknown) return { value: 'unknown', since: null }
  return { value: disposition, since: isRuled(answer) ? (answerSince(moment, question)?.since ?? null) : null }
}

/** Whether rules give all cases of a question one answer, be it different rules. */
export const isRuled = ({ disposition, cases }: Answer): boolean =>
  disposition !== 'mixed' && cases.every(({ decision }) => decision.rule !== null)
