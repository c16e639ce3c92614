import type { Attribution, DateText, Day, EffectKind, Quote, Sourcing, Stage, Text } from '@/lib/model'
import {
  type Answer,
  type Case,
  type CompiledEffect,
  type Decision,
  evidenceFor,
  type Grounds,
  groundsOf,
  type Moment,
  type Next,
  type Overridden,
  type Pending,
  sharedDecision,
  type Unsettled,
  type Verdict,
} from '@/lib/policy'
import { type Assumed, assumedIn } from './assumed'

/** One effect as evidence, with the report that says it. */
export interface EvidenceForm {
  report: string
  source: string
  headline: Text
  url: string | null
  /** A day, a month or a year, or an instant, as it is told. */
  published: string
  sourcing: Sourcing
  kind: EffectKind
  stage: Stage | null
  /** When it happened, as it is told. */
  on: DateText
  certainty: string
  quote: Quote | null
  attribution: Attribution[]
}

/** A verdict as the API and the command line give it (model, section 8). */
export interface VerdictForm extends Omit<Decision, 'disposition'> {
  disposition: Decision['disposition'] | 'mixed'
  case: Case
  /** The weightiest first. */
  evidence: EvidenceForm[]
  grounds: Grounds | null
  overridden: Overridden[]
  pending: Pending[]
  /** Of several cases: for any of them. */
  next: Next | null
  /** The same. */
  unsettled: Unsettled[]
  assume: Assumed[]
  on: Day
  known: Day | null
  edition: number | null
  /** With `mixed`: what is decided for each case of the question; of very many the first. */
  cases?: (Decision & { case: Case })[]
  /** How many cases are not among them: name more dimensions, or values below those named. */
  casesLeftOut?: number
  /** Of too many cases what comes next is not looked for: name more dimensions. */
  nextLeftOut?: true
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
  const assume = assumedIn(moment)
  if (answer.verdict) return { ...singleForm(answer.verdict, edition), assume }
  const shared = sharedDecision(answer.cases.map(({ decision }) => decision))
  const evidence = shared.change === null ? [] : evidenceFor(moment, shared.change, shared.rule)
  return {
    case: question,
    ...shared,
    disposition: answer.disposition,
    evidence: evidence.map(evidenceForm),
    grounds: groundsOf(moment, shared.change, evidence),
    overridden: [],
    pending: answer.pending,
    next: answer.next,
    ...(answer.isNextLeftOut ? { nextLeftOut: true } : {}),
    unsettled: answer.unsettled,
    assume,
    on: moment.on,
    known: moment.known,
    edition,
    cases: answer.cases.slice(0, most).map(({ case: kase, decision }) => ({ case: kase, ...decision })),
    ...(answer.cases.length > most ? { casesLeftOut: answer.cases.length - most } : {}),
  }
}

function singleForm(verdict: Verdict, edition: number | null): Omit<VerdictForm, 'assume'> {
  return { ...verdict, evidence: verdict.evidence.map(evidenceForm), edition }
}

function evidenceForm({ report, effect, date }: CompiledEffect): EvidenceForm {
  return {
    report: report.id,
    source: report.source,
    headline: report.headline,
    url: report.url ?? null,
    published: report.published,
    sourcing: report.sourcing,
    kind: effect.kind,
    stage: effect.stage ?? null,
    on: date,
    certainty: effect.certainty,
    quote: effect.quote ?? null,
    attribution: effect.attribution.length > 0 ? effect.attribution : report.attribution,
  }
}
