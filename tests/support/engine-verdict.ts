import type { DossierRecords } from '@/lib/model'
import { type AnswerGiven, answerTo, compileDossier, momentAt, verdictOf } from '@/lib/policy'
import { type AskedMoment, asSet, type ReferenceVerdict } from './reference/verdict'

const picked = ({ disposition, rule, change, conditions, duties }: AnswerGiven) => ({
  ...{ disposition, rule, change, conditions, duties },
})

/** The engine's verdict in the words of the reference: evidence as a sorted set, of each answer what the reference tells. */
export function engineVerdict(records: DossierRecords, asked: Record<string, string>, at: AskedMoment) {
  const { on, known, assume = {} } = at
  const moment = momentAt(compileDossier(records), { on, known, assume: new Map(Object.entries(assume)) })
  const isMember = records.dossier.dimensions.some(({ id, members }) => members?.some((one) => one.id === asked[id]))
  const verdict = (isMember && answerTo(moment, asked).verdict) || verdictOf(moment, asked)
  const { disposition, rule, change, since, conditions, conflict, overridden, duties, pending, next, unsettled } =
    verdict
  const evidence = verdict.evidence.map(({ report, position }): [string, number] => [report.id, position])
  return {
    ...{ disposition, rule, change, since, conditions, conflict, overridden, duties, pending },
    evidence: asSet(evidence),
    next: next && { on: next.on, ...picked(next) },
    unsettled: unsettled.map((one) => ({ ...one, wouldBe: picked(one.wouldBe) })),
  } satisfies Partial<Record<keyof ReferenceVerdict, unknown>>
}
