import { changeItem, parseIntent } from './intent'

/** The items of a list as a page shows them: under which name, and a key for each that it keeps while it stands. */
export interface Items {
  path: string
  keys: readonly number[]
}

const greatest = (keys: readonly number[]): number => Math.max(0, ...keys)
const fresh = (count: number, after: number): number[] => Array.from({ length: count }, (_, at) => after + 1 + at)

/** New items, all with keys of their own. */
export const freshItems = (path: string, count: number): Items => ({ path, keys: fresh(count, 0) })

/**
 * The keys of a list after a form with that intent was stored, so that each control stays with its item when the list grows
 * or shrinks around it. A list that has become another one gets new keys.
 */
export function itemsAfter(items: Items, intent: string, path: string, count: number): Items {
  const { keys } = items
  const asked = parseIntent(intent)
  const ours = 'list' in asked && asked.list === items.path ? asked : null
  if (ours?.verb === 'remove' && ours.index < keys.length && count === keys.length - 1)
    return { path, keys: keys.filter((_, at) => at !== ours.index) }
  if ((ours?.verb === 'up' || ours?.verb === 'down') && count === keys.length) {
    const moved = [...keys]
    changeItem(moved, ours)
    return { path, keys: moved }
  }
  if (ours?.verb === 'add' && count === keys.length + 1) return { path, keys: [...keys, ...fresh(1, greatest(keys))] }
  return { path, keys: count === keys.length ? keys : fresh(count, greatest(keys)) }
}

/**
 * As `itemsAfter`, for a list whose items have ids of their own (`before`, `after`) and may stand elsewhere after any save: an item
 * keeps its key with its id; a single one that got another id keeps it too. Where it is not sure which is which, keys are new.
 */
export function identifiedAfter(
  items: Items,
  before: readonly string[],
  after: readonly string[],
  path: string,
): Items {
  const left = before.flatMap((id, at) => (after.includes(id) ? [] : [at]))
  const fresh = after.flatMap((id, at) => (before.includes(id) ? [] : [at]))
  const isOne = left.length === 1 && fresh.length === 1
  const taken = new Set<number>()
  let next = greatest(items.keys)
  const keys = after.map((id, at) => {
    const was =
      isOne && fresh[0] === at ? (left[0] ?? -1) : before.findIndex((one, place) => one === id && !taken.has(place))
    taken.add(was)
    return items.keys[was] ?? ++next
  })
  return { path, keys }
}
