import { type DateText, firstDay, lastDay } from './day'
import type { Actor } from './records'

/** A time for which one actor belongs to another, as it is told; what is left out is open. Its last day is in it. */
export interface BelongingTime {
  from?: DateText | undefined
  until?: DateText | undefined
}

/** One that belongs to an actor, with all the times for which it did. */
export interface Belonging {
  actor: Actor
  times: readonly BelongingTime[]
}

/**
 * All that belong to an actor, in the order of the records: a person to a party, a party to a coalition and its persons with it,
 * for as long as both hold. The actor itself is not among them.
 */
export function belongingTo(actors: readonly Actor[], id: string): Belonging[] {
  const below = new Map<string, { actor: Actor; time: BelongingTime }[]>()
  for (const actor of actors)
    for (const { actor: above, ...time } of actor.of ?? [])
      below.set(above, [...(below.get(above) ?? []), { actor, time }])
  const found = new Map<Actor, BelongingTime[]>()
  const gather = (above: string, within: BelongingTime, path: readonly string[]): void => {
    for (const { actor, time } of below.get(above) ?? []) {
      const both = sharedTime(within, time)
      if (!both || path.includes(actor.id)) continue
      found.set(actor, withTime(found.get(actor) ?? [], both))
      gather(actor.id, both, [...path, actor.id])
    }
  }
  gather(id, {}, [id])
  return actors.flatMap((actor) => {
    const times = found.get(actor)
    return times ? [{ actor, times }] : []
  })
}

/** Whether a date, at its own precision, may fall into a time: a month that holds the first day of it does. */
export const fallsInto = (date: DateText, { from, until }: BelongingTime): boolean =>
  (from === undefined || firstDay(from) <= lastDay(date)) && (until === undefined || firstDay(date) <= lastDay(until))

/** The time that two have in common; null for none. */
function sharedTime(a: BelongingTime, b: BelongingTime): BelongingTime | null {
  const from = a.from && b.from ? (firstDay(a.from) > firstDay(b.from) ? a.from : b.from) : (a.from ?? b.from)
  const until = a.until && b.until ? (lastDay(a.until) < lastDay(b.until) ? a.until : b.until) : (a.until ?? b.until)
  return from && until && lastDay(until) < firstDay(from) ? null : { ...(from && { from }), ...(until && { until }) }
}

const withTime = (times: BelongingTime[], one: BelongingTime): BelongingTime[] =>
  times.some(({ from, until }) => from === one.from && until === one.until) ? times : [...times, one]
