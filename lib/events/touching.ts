import {
  type Change,
  type Day,
  type Dimension,
  type Dossier,
  dayOfInstant,
  findAskable,
  findValue,
  leavesOf,
  type Member,
  type Rule,
  type Scope,
} from '@/lib/model'
import { valueHeld } from '@/lib/policy'
import type { StoredEvent } from './event'

/** What is asked, per dimension: the id of a value, a group or a member. */
type Asked = Readonly<Record<string, string>>

const leafIds = (dimension: Dimension, ids: readonly string[]): Set<string> =>
  new Set(
    ids.flatMap((id) => {
      const value = findValue(dimension, id)
      return value ? leavesOf(value).map((leaf) => leaf.id) : groupLeaves(dimension, id)
    }),
  )

function groupLeaves(dimension: Dimension, id: string): string[] {
  const group = dimension.groups?.find((one) => one.id === id)
  return group ? [...leafIds(dimension, group.values)] : []
}

/** The leaves that are asked about; of a member those of the value in which it is on the day, without a day all in which it ever is. */
function askedLeaves(dimension: Dimension, id: string, on: Day | null): Set<string> {
  const found = findAskable(dimension, id)
  if (!found || !('in' in found)) return leafIds(dimension, [id])
  const member = found as Member
  const values = on === null ? member.in.map(({ value }) => value) : [valueHeld(member, on)].flatMap((one) => one ?? [])
  return leafIds(dimension, values)
}

/** Whether a set of cases and what is asked have a case in common. */
function touches(
  dossier: Dossier,
  asked: Asked,
  of: Readonly<Record<string, readonly string[]>>,
  on: Day | null,
): boolean {
  return dossier.dimensions.every((dimension) => {
    const [id, values] = [asked[dimension.id], of[dimension.id]]
    if (id === undefined || values === undefined) return true
    const leaves = leafIds(dimension, values)
    return [...askedLeaves(dimension, id, on)].some((leaf) => leaves.has(leaf))
  })
}

/** The rules that say something of what is asked, and the changes that alter one of them, or are about it. */
export function recordsTouching(
  dossier: Dossier,
  asked: Asked,
  { rules, changes }: { rules: readonly Rule[]; changes: readonly Change[] },
): { rules: string[]; changes: string[] } {
  const within = (scope: Scope) => touches(dossier, asked, scope, null)
  const covering = new Set(rules.filter(({ scope }) => within(scope)).map(({ id }) => id))
  return {
    rules: [...covering],
    changes: changes
      .filter(
        ({ alterations, concerns }) =>
          alterations.some(({ rule }) => covering.has(rule)) || (concerns !== undefined && within(concerns)),
      )
      .map(({ id }) => id),
  }
}

/**
 * Whether an event tells of the answer to what is asked: it moves it or what comes next for it, or a change that would move it goes
 * a step, is dated otherwise, or comes as forecast or not.
 */
export function tellsOfAnswer(dossier: Dossier, asked: Asked, event: StoredEvent): boolean {
  if (event.kind !== 'answers') return true
  const on = event.day ?? dayOfInstant(event.at, dossier.timeZone)
  return event.data.moves.some(({ where }) => where.some(({ values }) => touches(dossier, asked, values, on)))
}
