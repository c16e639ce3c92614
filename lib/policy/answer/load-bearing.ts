import type { Report } from '@/lib/model'
import { findChange } from '@/lib/policy/compiled/find'
import { stepsKnown } from '@/lib/policy/standing/known'
import type { Moment } from '@/lib/policy/standing/moment'
import { withoutReport } from '@/lib/policy/standing/without-report'
import { type Decisions, decisionsOn } from './answer'
import { sameAnswer, sharedDecision } from './decide'
import { type AnswerGiven, answerShared } from './next'

/** A report without which an answer would be another, and that answer. */
export interface LoadBearing {
  report: Report
  otherwise: AnswerGiven
}

/** What an answer hangs on. */
export interface Load {
  /** How many reports tell the steps of the change that decides. */
  reports: number
  bearing: LoadBearing[]
}

/** Of so many reports it is asked what the answer were without each. */
const mostReports = 24
/** Of a question that stands for more cases than this it is not asked. */
const mostCasesAsked = 400

/**
 * What the answer would be without each of the reports that tell the steps of the change that decides it; null where several
 * changes do, or none, or where the question is too wide.
 */
export function loadOf(moment: Moment, question: Record<string, string>, { cases }: Decisions): Load | null {
  const decisions = cases.map(({ decision }) => decision)
  const change = findChange(moment.compiled, sharedDecision(decisions).change)
  if (!change || cases.length > mostCasesAsked) return null
  const now = answerShared(decisions)
  const told = stepsKnown(change, moment.limits.known).steps.filter(({ on }) => on <= moment.limits.on)
  const reports = [...new Map(told.map(({ move }) => [move.report.id, move.report])).values()]
  const bearing = reports.slice(0, mostReports).flatMap((report): LoadBearing[] => {
    const without = decisionsOn(withoutReport(moment, report.id), question)
    const otherwise = answerShared(without.cases.map(({ decision }) => decision))
    return sameAnswer(otherwise, now) ? [] : [{ report, otherwise }]
  })
  return { reports: reports.length, bearing }
}
