import { createHash } from 'node:crypto'
import { plainLanguage } from '@/lib/addresses/names'
import { mostItems } from '@/lib/model'
import { type Applied, applyFields, type Fields } from './fields'
import { changeItem, type Intent, parseIntent } from './intent'
import { isListIn, reportShape, type Shape } from './shape'
import { isBranch, valueAt } from './shown'

/** Lists of a report that the editor can lengthen and shorten. */
export const reportLists = ['attribution', 'effects', 'positions', 'expectations'] as const

/** Reads an intent; one that no list of the form answers to saves. */
export function readIntent(text: string, shape: Shape = reportShape): Intent {
  const intent = parseIntent(text)
  return 'list' in intent && !isListIn(shape, intent.list) ? { verb: 'save' } : intent
}

const newItems: Record<string, unknown> = {
  effects: { kind: 'moves' },
  attribution: { named: false },
  conditions: { [plainLanguage]: '' },
}

/** The draft of a report after the editor's form was sent: its touched fields put in, then one list longer or shorter. */
export const applyReportForm = (data: unknown, fields: Fields, intent: Intent): Applied =>
  applyForm(reportShape, data, fields, intent)

/** As `applyReportForm`, for a form of that shape. */
export function applyForm(shape: Shape, data: unknown, fields: Fields, intent: Intent): Applied {
  const applied = applyFields(shape, data, fields)
  if (!applied.ok || intent.verb === 'save' || intent.verb === 'review') return applied
  const path = intent.list.split('.')
  const list = valueAt(applied.data, path)
  if (intent.verb !== 'add') {
    if (Array.isArray(list)) changeItem(list, intent)
    return applied
  }
  const name = path.at(-1) ?? ''
  const item = structuredClone(newItems[name] ?? {})
  if (!Array.isArray(list)) {
    const holder = valueAt(applied.data, path.slice(0, -1))
    if (isBranch(holder)) Reflect.set(holder, name, [item])
  } else if (list.length < mostItems) list.push(item)
  else
    return {
      ok: false,
      message: `“${intent.list}” has ${list.length} items, and a form holds at most ${mostItems} of a kind. Take one out first.`,
    }
  return applied
}

/** A sign of the lists of a record: another one when an item was changed, added, moved or taken out. */
export const listsSign = (data: unknown, lists: readonly string[] = reportLists): string =>
  createHash('sha256')
    .update(JSON.stringify(lists.map((list) => valueAt(data, [list]) ?? [])))
    .digest('hex')
    .slice(0, 16)

/** Whether the editor's form can hold a report: no list of it is longer than a form can make it. */
export function fitsForm(data: unknown): boolean {
  const lists: string[][] = reportLists.map((list) => [list])
  const effects = valueAt(data, ['effects'])
  if (Array.isArray(effects) && effects.length <= mostItems)
    lists.push(...effects.map((_, at) => ['effects', String(at), 'attribution']))
  const fits = lists.every((path) => {
    const list = valueAt(data, path)
    return !Array.isArray(list) || list.length <= mostItems
  })
  return fits && !hasWideGroup(data)
}

/** Most names of a group: a text in more languages than any has would have as many controls. */
const mostNames = 60

function hasWideGroup(data: unknown): boolean {
  const open: unknown[] = [data]
  while (open.length > 0) {
    const at = open.pop()
    if (!isBranch(at)) continue
    const inner = Object.values(at)
    if (!Array.isArray(at) && inner.length > mostNames) return true
    open.push(...inner)
  }
  return false
}
