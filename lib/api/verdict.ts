import type { Attribution, Day, EffectKind, Quote, Sourcing, Stage, Text } from '@/lib/model'
import {
  type Answer,
  type Case,
  type CompiledEffect,
  type Decision,
  effectsOf,
  type Moment,
  type Overridden,
  type Pending,
  sharedDecision,
  type Verdict,
} from '@/lib/policy'

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

/** A verdict as the API and the command line give it (model, section 8). */
export interface VerdictForm extends Omit<Decision, 'disposition'> {
  disposition: Decision['disposition'] | 'mixed'
  case: Case
  evidence: EvidenceForm[]
  overridden: Overridden[]
  pending: Pending[]
  on: Day
  known: Day | null
  edition: number | null
  /** With `mixed`: what is decided for each case of the question; of very many the first. */
  cases?: (Decision & { case: Case })[]
  /** How many cases are not among them: name more dimensions, or values below those named. */
  casesLeftOut?: number
}

/** So many cases are listed, unless more are asked for. */
const mostListed = 1200

/**
 * The answer to a question as such. At inner values it holds what its cases have in common, and what is pending on any of them.
 * `edition` is null where there is none: a dossier read from files.
 */
export function verdictForm(
  moment: Moment,
  question: Case,
  answer: Answer,
  { edition, most = mostListed }: { edition: number | null; most?: number },
): VerdictForm {
  if (answer.verdict) return singleForm(answer.verdict, edition)
  const shared = sharedDecision(answer.cases.map(({ decision }) => decision))
  return {
    case: question,
    ...shared,
    disposition: answer.disposition,
    evidence: shared.change === null ? [] : effectsOf(moment, shared.change).map(evidenceForm),
    overridden: [],
    pending: answer.pending,
    on: moment.on,
    known: moment.known,
    edition,
    cases: answer.cases.slice(0, most).map(({ case: kase, decision }) => ({ case: kase, ...decision })),
    ...(answer.cases.length > most ? { casesLeftOut: answer.cases.length - most } : {}),
  }
}

function singleForm(verdict: Verdict, edition: number | null): VerdictForm {
  return { ...verdict, evidence: verdict.evidence.map(evidenceForm), edition }
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
