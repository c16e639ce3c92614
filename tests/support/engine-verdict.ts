import type { DossierRecords } from '@/lib/model'
import { answerTo, compileDossier, momentAt, verdictOf } from '@/lib/policy'
import { type AskedMoment, asSet, type ReferenceVerdict } from './reference/verdict'

const picked = ({ disposition, rule, change, conditions, duties }: ReferenceVerdict) => ({
  ...{ disposition, rule, change, conditions, duties },
})

/** The engine's verdict in the words of the reference: evidence as a sorted set, of each answer what the reference tells. */
export function engineVerdict(records: DossierRecords, asked: Record<string, string>, at: AskedMoment) {
  const moment = momentAt(compileDossier(records), at as { on: string; known?: string })
  const isMember = records.dossier.dimensions.some(({ id, members }) => members?.some((one) => one.id === asked[id]))
  const answer = isMember ? (answerTo(moment, asked).verdict ?? answerTo(moment, asked)) : verdictOf(moment, asked)
  // THE ONE CAST: the engine's verdict has these fields by the model, whatever its types say so far.
  const verdict = answer as unknown as Omit<ReferenceVerdict, 'evidence'> & {
    evidence?: { report: { id: string }; position: number }[]
  }
  const { disposition, rule, change, since, conditions, conflict, overridden, duties, pending, next, unsettled } =
    verdict
  const evidence = verdict.evidence?.map(({ report, position }): [string, number] => [report.id, position])
  return {
    ...{ disposition, rule, change, since, conditions, conflict, overridden, duties, pending },
    evidence: asSet(evidence ?? []),
    next: next && { on: next.on, ...picked(next as unknown as ReferenceVerdict) },
    unsettled: unsettled?.map((one) => ({ ...one, wouldBe: picked(one.wouldBe as ReferenceVerdict) })),
  } satisfies Partial<Record<keyof ReferenceVerdict, unknown>>
}
