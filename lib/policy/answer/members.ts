import { type Day, firstDay, lastDay, type Member } from '@/lib/model'
import { dayAfter } from '@/lib/policy/compiled/steps'
import type { Case, Compiled } from '@/lib/policy/compiled/types'
import { type Question, UnknownCaseError } from './question'

/** The value in which a member stands on a day (model, section 2): of several times that hold the latest to begin; null: in none. */
export function valueHeld(member: Member, on: Day): string | null {
  let held: Member['in'][number] | null = null
  for (const time of member.in) {
    const { from, until } = time
    if ((from !== undefined && firstDay(from) > on) || (until !== undefined && on > lastDay(until))) continue
    const begins = from === undefined ? '' : firstDay(from)
    if (!held || begins >= (held.from === undefined ? '' : firstDay(held.from))) held = time
  }
  return held?.value ?? null
}

const hasMembers = ({ dimensions }: Compiled): boolean => dimensions.some(({ members }) => members.size > 0)

const membersAsked = (compiled: Compiled, question: Question): [dimension: string, member: Member][] =>
  compiled.dimensions.flatMap(({ dimension, members }): [string, Member][] => {
    const asked = question[dimension.id]
    const member = typeof asked === 'string' ? members.get(asked) : undefined
    return member ? [[dimension.id, member]] : []
  })

/**
 * The question with the values in which its members stand on a day; null when one stands in none, so that the dossier does not
 * follow it. Throws `UnknownCaseError` for a member in a list of values.
 */
export function standIn<Asked extends Question>(compiled: Compiled, question: Asked, on: Day): Asked | null {
  if (!hasMembers(compiled)) return question
  const asked = membersAsked(compiled, question)
  for (const { dimension, members } of compiled.dimensions) {
    const values = question[dimension.id]
    const member = Array.isArray(values) && values.find((value) => members.has(value))
    if (member) throw new UnknownCaseError(dimension.id, `“${member}” is a member: ask about it alone`)
  }
  if (asked.length === 0) return question
  const values = asked.map(([dimension, member]) => [dimension, valueHeld(member, on)] as const)
  return values.some(([, value]) => value === null) ? null : { ...question, ...Object.fromEntries(values) }
}

/** The days, in order, on which a member of the question comes to stand in another value, or may. */
export function memberTurns(compiled: Compiled, question: Question): Day[] {
  if (!hasMembers(compiled)) return []
  const days = new Set<Day>()
  for (const [, member] of membersAsked(compiled, question))
    for (const { from, until } of member.in) {
      if (from !== undefined) days.add(firstDay(from))
      const after = until === undefined ? null : dayAfter(until)
      if (after) days.add(after)
    }
  return [...days].sort()
}

/** The members that a question names, by dimension. */
export const membersOf = (compiled: Compiled, question: Question): Case =>
  Object.fromEntries(membersAsked(compiled, question).map(([dimension, { id }]) => [dimension, id]))
