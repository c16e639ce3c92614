import { closest } from 'fastest-levenshtein'
import { addYears, type Day, type Dossier, firstDay, isDate, walkValues } from '@/lib/model'
import { echoed, isUnreadable } from '@/lib/words/echo'

/** What an address asks of a dossier: at which values, on which day, as known when. */
export interface DossierQuestion {
  values: Record<string, string>
  on: Day
  known: Day | undefined
}

/** A parameter that makes no sense: which one, and what to write instead. */
export class BadParameterError extends Error {
  readonly parameter: string

  constructor(parameter: string, message: string) {
    super(message)
    this.parameter = echoed(parameter)
    this.name = 'BadParameterError'
  }
}

/** The first value of a parameter, without blanks around it; undefined when it is absent or empty. Throws `BadParameterError`. */
export function readText(parameters: URLSearchParams, name: string): string | undefined {
  const text = parameters.get(name)
  if (text !== null && isUnreadable(text))
    throw new BadParameterError(name, `“${name}” holds characters that are no text, or was not sent as UTF-8.`)
  return text?.trim() || undefined
}

/** A day from a parameter; a month or a year means its first day. Throws `BadParameterError`. */
export function readDay(parameters: URLSearchParams, name: string): Day | undefined {
  const text = readText(parameters, name)
  if (text === undefined) return undefined
  if (!isDate(text)) throw new BadParameterError(name, `“${echoed(text)}” is not a date: write it as 2023-08-23`)
  return firstDay(text)
}

/** The days that may be asked about: those of which a tracker of policy can say anything. */
export const askableDays = (present: Day): { first: Day; last: Day } => ({
  first: '1900-01-01',
  last: addYears(present, 50),
})

/** Whether a day may be asked about, given the current day. */
export function isAskable(day: Day, present: Day): boolean {
  const { first, last } = askableDays(present)
  return first <= day && day <= last
}

/** The day that is asked about, from a parameter. Throws `BadParameterError` for one that no answer can be given for. */
export function readOn(parameters: URLSearchParams, name: string, present: Day): Day | undefined {
  const day = readDay(parameters, name)
  if (day === undefined || isAskable(day, present)) return day
  const { first, last } = askableDays(present)
  throw new BadParameterError(name, `“${day}” is too far away: ask about a day from ${first} to ${last}`)
}

/** The day by which reports count, from a parameter. Throws `BadParameterError` for one to come: nothing is known from then. */
export function readKnown(parameters: URLSearchParams, name: string, present: Day): Day | undefined {
  const day = readDay(parameters, name)
  if (day === undefined || day <= present) return day
  const fix = `leave ${name} out, or give a day up to ${present}`
  throw new BadParameterError(name, `“${day}” is still to come, and nothing can be known from then: ${fix}`)
}

/** A value of a dimension from the parameter of its name. Throws `BadParameterError` that suggests a near one. */
export function readValue(parameters: URLSearchParams, dossier: Dossier, dimensionId: string): string | undefined {
  const text = readText(parameters, dimensionId)
  const dimension = dossier.dimensions.find(({ id }) => id === dimensionId)
  if (text === undefined || !dimension) return undefined
  const known = [...walkValues(dimension.values)].map(({ value }) => value.id)
  if (known.includes(text)) return text
  const near = closest(text, known)
  throw new BadParameterError(
    dimensionId,
    `“${echoed(text)}” is not a value of ${dimensionId}. Did you mean “${near}”?`,
  )
}

/** The values that an address names, per dimension of the dossier. Throws `BadParameterError`. */
export function readValues(parameters: URLSearchParams, dossier: Dossier): Record<string, string> {
  const values: Record<string, string> = {}
  for (const { id } of dossier.dimensions) {
    const value = readValue(parameters, dossier, id)
    if (value !== undefined) values[id] = value
  }
  return values
}

/**
 * The question that an address asks: `<dimension>=<value>`, `on`, `known`, `edition`. A dimension left out means all of its
 * values, `on` left out means `today`; `present` is the current day, whatever edition is read; `also` are parameters that someone else reads. Throws `BadParameterError` for anything else.
 */
export function readQuestion(
  parameters: URLSearchParams,
  dossier: Dossier,
  { today, present }: { today: Day; present: Day },
  { also = [] }: { also?: readonly string[] } = {},
): DossierQuestion {
  const dimensions = dossier.dimensions.map(({ id }) => id)
  const allowed = new Set([...dimensions, 'on', 'known', 'edition', ...also])
  for (const name of parameters.keys())
    if (!allowed.has(name))
      throw new BadParameterError(
        name,
        `“${echoed(name)}” is not a parameter here. Known are ${[...allowed].join(', ')}.`,
      )
  return {
    values: readValues(parameters, dossier),
    on: readOn(parameters, 'on', present) ?? today,
    known: readKnown(parameters, 'known', present),
  }
}

/** The number of an edition. Throws `BadParameterError`. */
export function readEdition(parameters: URLSearchParams, name = 'edition'): number | undefined {
  const text = readText(parameters, name)
  if (text === undefined) return undefined
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new BadParameterError(name, `“${echoed(text)}” is not the number of an edition`)
  return Number(text)
}
