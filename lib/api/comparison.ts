import { addDays, type Day, type Dossier, type Locale, say } from '@/lib/model'
import type { Case, Comparison, Decision, Direction } from '@/lib/policy'
import { echoed } from '@/lib/words/echo'
import { toCsv } from './csv'
import { askableDays, BadParameterError, readEdition, readKnown, readOn, readValues } from './question'

/** One side of a comparison: the day asked about, what was known, and the edition; left out, all that is public now. */
export interface Side {
  on: Day
  known: Day | undefined
  edition: number | undefined
}

export interface ComparedSides {
  from: Side
  to: Side
  /** Only cases at these values are compared. */
  values: Case
}

export const sideParameters = ['from', 'fromKnown', 'fromEdition', 'to', 'toKnown', 'toEdition'] as const

/** Sides that an address leaves out: up to today, from a year before. */
export function usualFrom(to: Day): Day {
  const from = addDays(to, -365)
  const { first } = askableDays(to)
  return from < first ? first : from
}

/**
 * The sides that an address asks to compare: `from` and `to`, each with `…Known` and `…Edition`; `to` left out means `today`,
 * `present` is the current day. Throws `BadParameterError`.
 */
export function readSides(
  parameters: URLSearchParams,
  dossier: Dossier,
  { today, present }: { today: Day; present: Day },
): ComparedSides {
  const known: string[] = [...sideParameters, ...dossier.dimensions.map(({ id }) => id)]
  for (const name of parameters.keys())
    if (!known.includes(name))
      throw new BadParameterError(name, `“${echoed(name)}” is not a parameter here. Known are ${known.join(', ')}.`)
  const on = readOn(parameters, 'to', present) ?? today
  const sideOf = (name: 'from' | 'to', day: Day): Side => ({
    on: day,
    known: readKnown(parameters, `${name}Known`, present),
    edition: readEdition(parameters, `${name}Edition`),
  })
  const values = readValues(parameters, dossier)
  return { from: sideOf('from', readOn(parameters, 'from', present) ?? usualFrom(on)), to: sideOf('to', on), values }
}

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
