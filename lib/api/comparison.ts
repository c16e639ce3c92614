import type { Side } from '@/lib/asking/question'
import { type Day, type Dossier, type Locale, say } from '@/lib/model'
import type { Case, Comparison, Decision, Difference, Direction, Moment } from '@/lib/policy'
import { assumedRows, dutiesInWords, nextInWords } from './answer-words'
import { type Assumed, assumedIn } from './assumed'
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
  /** With `nexts`, before and after, where the answer stays and what comes next is another. */
  differences: Difference[]
  /** How many differing cases are not listed: name values of the dossier's dimensions to compare fewer. */
  leftOut: number
  /** Whether it was compared what comes next, too; of very many cases it is not. */
  isNextCompared: boolean
  /** What the later side takes to be so. */
  assume: Assumed[]
}

/** So many differing cases are listed as JSON, and so many as CSV. */
const mostListed = 800
const mostRows = 4000

interface Answered {
  from: Side & { number: number }
  to: Side & { number: number; moment: Moment }
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
    isNextCompared: comparison.isNextCompared,
    assume: assumedIn(to.moment),
  }
}

/** The same as CSV: a row per case that differs; at the end what is assumed, and how many are left out. */
export function comparisonCsv(
  dossier: Dossier,
  { differences, count }: Comparison,
  locale: Locale,
  assume: readonly Assumed[] = [],
): string {
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
      ...['before', 'after'].flatMap((side) => [`${side} duties`, `${side} next`]),
    ],
    [
      ...rows.map(({ case: kase, before, after, direction, change, nexts }) => [
        ...dimensions.map((id) => kase[id] ?? ''),
        direction,
        change,
        ...[before, after].flatMap((one) => [one.disposition, one.rule, conditions(one)]),
        ...[dutiesInWords(before.duties), nextInWords(nexts?.before ?? null)],
        ...[dutiesInWords(after.duties), nextInWords(nexts?.after ?? null)],
      ]),
      ...assumedRows(assume),
      ...(left > 0 ? [[`Left out: ${left} cases. Name values of ${dimensions.join(', ')} to compare fewer.`]] : []),
    ],
  )
}
