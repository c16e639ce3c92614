import type { DateText } from '@/lib/model'
import { type Answer, answerShared, dayAsTold, type Moment, sharedDecision } from '@/lib/policy'
import type { ShownDisposition } from '@/lib/words/own-words'
import type { Reading } from './reading'

/** An answer in short: what it is, and since when, as finely as it is told. */
export interface ShownAnswer {
  value: ShownDisposition
  since: DateText | null
}

/** What is shown of an answer in a line; not known where it hangs on a suspension of which nobody knows whether it is over. */
export function shownAnswer({ compiled }: Pick<Reading, 'compiled'>, answer: Answer, moment: Moment): ShownAnswer {
  const decisions = answer.cases.map(({ decision }) => decision)
  const shared = sharedDecision(decisions)
  const isUnknown =
    answer.disposition !== 'mixed' &&
    answer.unsettled.some(({ wouldBe }) => wouldBe.disposition !== answerShared(decisions).disposition)
  if (isUnknown) return { value: 'unknown', since: null }
  const since = shared.since && shared.rule ? dayAsTold(compiled, shared.since, shared, moment.known) : null
  return { value: answer.disposition, since }
}
