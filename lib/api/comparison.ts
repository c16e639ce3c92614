import type { Side } from '@/lib/asking/question'
import { type Day, type Dossier, type Locale, say } from '@/lib/model'
import type { Case, Comparison, Decision, Direction } from '@/lib/policy'
import { toCsv } from './csv'

/** A comparison as the API gives it. */
export interface ComparisonForm {
  from: { on: Day; known: Day | null; edition: number }
  to: { on: Day; known: Day | null; edition: number }
  /** Which cases were compared; none named: all. */
  values: Case
  cases: number
  directions: Partial<Record<Direction, number>>
  changes: { change: string | null; cases: number; directions: Partial<Record<Direction, number>>; reports: string[] }[]
  differences: { case: Case; before: Decision; after: Decision; direction: Direction; change: string | null }[]
  /** How many differing cases are not listed: name values of the dossier's dimensions to compare fewer. */
  leftOut: number
}

/** So many differing cases are listed as JSON, and so many as CSV. */
const mostListed = 1000
const mostRows = 4000

interface Answered {
  from: Side & { number: number }
  to: Side & { number: number }
  values: Case
}

export function comparisonForm({ from, to, values }: Answered, comparison: Comparison): ComparisonForm {
  const side = ({ on, known, number }: Side & { number: number }) => ({ on, known: known ?? null, edition: number })
  return {
    from: side(from),
    to: side(to),
    values,
    cases: comparison.cases,
    directions: comparison.directions,
    changes: comparison.groups.map(({ change, count, directions, evidence }) => ({
      change,
      cases: count,
      directions,
      reports: [...new Set(evidence.map(({ report }) => report.id))],
    })),
    differences: comparison.differences.slice(0, mostListed),
    leftOut: comparison.count - Math.min(comparison.differences.length, mostListed),
  }
}

/** The same as CSV: a row per case that differs; at the end how many are left out. */
export function comparisonCsv(dossier: Dossier, { differences, count }: Comparison, locale: Locale): string {
  const dimensions = dossier.dimensions.map(({ id }) => id)
  const rows = differences.slice(0, mostRows)
  const left = count - rows.length
  const conditions = ({ conditions: all }: Decision) => all.map((one) => say(one, locale).text).join('; ')
  return toCsv(
    [
      ...dimensions,
      'direction',
      'change',
      ...['before', 'after'].flatMap((side) => [side, `${side} rule`, `${side} conditions`]),
    ],
    [
      ...rows.map(({ case: kase, before, after, direction, change }) => [
        ...dimensions.map((id) => kase[id] ?? ''),
        direction,
        change,
        ...[before, after].flatMap((one) => [one.disposition, one.rule, conditions(one)]),
      ]),
      ...(left > 0 ? [[`Left out: ${left} cases. Name values of ${dimensions.join(', ')} to compare fewer.`]] : []),
    ],
  )
}
