import type { Attribution, Day, EffectKind, Quote, Sourcing, Stage, Text } from '@/lib/model'
import type { Answer, Case, CompiledEffect, Decision, Moment, Overridden, Pending, Verdict } from '@/lib/policy'

/** One effect as evidence, with the report that says it. */
export interface EvidenceForm {
  report: string
  source: string
  headline: Text
  url: string | null
  published: string
  sourcing: Sourcing
  kind: EffectKind
  stage: Stage | null
  on: Day
  certainty: string
  quote: Quote | null
  attribution: Attribution[]
}

/** A verdict as the API and the command line give it (design, section 8). */
export interface VerdictForm extends Omit<Decision, 'disposition'> {
  disposition: Decision['disposition'] | 'mixed'
  case: Case
  evidence: EvidenceForm[]
  overridden: Overridden[]
  pending: Pending[]
  on: Day
  known: Day | null
  edition: number | null
  /** With `mixed`: what is decided for each case of the question. */
  cases?: (Decision & { case: Case })[]
}

/** `edition` is null where there is none: a dossier read from files. */
export function verdictForm(moment: Moment, question: Case, answer: Answer, edition: number | null): VerdictForm {
  if (answer.verdict) return singleForm(answer.verdict, edition)
  const shared = sharedDecision(answer)
  return {
    case: question,
    ...shared,
    disposition: answer.disposition,
    evidence: [],
    overridden: [],
    pending: [],
    on: moment.on,
    known: moment.known,
    edition,
    cases: answer.cases.map(({ case: kase, decision }) => ({ case: kase, ...decision })),
  }
}

function singleForm(verdict: Verdict, edition: number | null): VerdictForm {
  return { ...verdict, evidence: verdict.evidence.map(evidenceForm), edition }
}

/** What all cases of an inner question have in common; what they differ in is null. */
function sharedDecision({ cases }: Answer): Omit<Decision, 'disposition'> {
  const common = <T>(read: (decision: Decision) => T): T | null => {
    const values = cases.map(({ decision }) => read(decision))
    return values.every((value) => value === values[0]) ? (values[0] ?? null) : null
  }
  const rule = common((decision) => decision.rule)
  const change = common((decision) => decision.change)
  const same = common((decision) => JSON.stringify(decision.conditions))
  return {
    rule,
    change,
    since: common((decision) => decision.since),
    conditions: same === null ? [] : (JSON.parse(same) as Text[]),
    conflict: cases.some(({ decision }) => decision.conflict),
  }
}

function evidenceForm({ report, effect, on }: CompiledEffect): EvidenceForm {
  return {
    report: report.id,
    source: report.source,
    headline: report.headline,
    url: report.url ?? null,
    published: report.published,
    sourcing: report.sourcing,
    kind: effect.kind,
    stage: effect.stage ?? null,
    on,
    certainty: effect.certainty,
    quote: effect.quote ?? null,
    attribution: effect.attribution.length > 0 ? effect.attribution : report.attribution,
  }
}
