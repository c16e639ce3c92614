import { addDays, type Day, type Dossier, type Locale, say } from '@/lib/model'
import type { Case, Comparison, Decision, Direction } from '@/lib/policy'
import { echoed } from '@/lib/text/echo'
import { toCsv } from './csv'
import { askableDays, BadParameterError, readEdition, readKnown, readOn } from './question'

/** One side of a comparison: the day asked about, what was known, and the edition; left out, all that is public now. */
export interface Side {
  on: Day
  known: Day | undefined
  edition: number | undefined
}

export interface Sides {
  from: Side
  to: Side
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
export function readSides(parameters: URLSearchParams, { today, present }: { today: Day; present: Day }): Sides {
  for (const name of parameters.keys())
    if (!(sideParameters as readonly string[]).includes(name))
      throw new BadParameterError(
        name,
        `“${echoed(name)}” is not a parameter here. Known are ${sideParameters.join(', ')}.`,
      )
  const on = readOn(parameters, 'to', present) ?? today
  const sideOf = (name: 'from' | 'to', day: Day): Side => ({
    on: day,
    known: readKnown(parameters, `${name}Known`, present),
    edition: readEdition(parameters, `${name}Edition`),
  })
  return { from: sideOf('from', readOn(parameters, 'from', present) ?? usualFrom(on)), to: sideOf('to', on) }
}

/** A comparison as the API gives it. */
export interface ComparisonForm {
  from: { on: Day; known: Day | null; edition: number }
  to: { on: Day; known: Day | null; edition: number }
  cases: number
  directions: Partial<Record<Direction, number>>
  changes: { change: string | null; cases: number; directions: Partial<Record<Direction, number>>; reports: string[] }[]
  differences: { case: Case; before: Decision; after: Decision; direction: Direction; change: string | null }[]
}

interface Answered {
  from: Side & { number: number }
  to: Side & { number: number }
}

export function comparisonForm({ from, to }: Answered, comparison: Comparison): ComparisonForm {
  const side = ({ on, known, number }: Side & { number: number }) => ({ on, known: known ?? null, edition: number })
  return {
    from: side(from),
    to: side(to),
    cases: comparison.cases,
    directions: comparison.directions,
    changes: comparison.groups.map(({ change, differences, directions, evidence }) => ({
      change,
      cases: differences.length,
      directions,
      reports: [...new Set(evidence.map(({ report }) => report.id))],
    })),
    differences: comparison.differences,
  }
}

/** The same as CSV: a row per case that differs. */
export function comparisonCsv(dossier: Dossier, { differences }: Comparison, locale: Locale): string {
  const dimensions = dossier.dimensions.map(({ id }) => id)
  const conditions = ({ conditions: all }: Decision) => all.map((one) => say(one, locale).text).join('; ')
  return toCsv(
    [
      ...dimensions,
      'direction',
      'change',
      ...['before', 'after'].flatMap((side) => [side, `${side} rule`, `${side} conditions`]),
    ],
    differences.map(({ case: kase, before, after, direction, change }) => [
      ...dimensions.map((id) => kase[id] ?? ''),
      direction,
      change,
      ...[before, after].flatMap((one) => [one.disposition, one.rule, conditions(one)]),
    ]),
  )
}
