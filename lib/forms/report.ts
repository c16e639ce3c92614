import { addItem, applyFields, type Fields, removeItem } from './fields'

/** Lists of a report that the editor can lengthen and shorten. */
export const reportLists = ['attribution', 'effects', 'positions', 'expectations'] as const

const fieldNames = new Set([
  'source',
  'url',
  'headline',
  'published',
  'language',
  'kind',
  'sourcing',
  'note',
  'related',
  'summary',
  ...reportLists,
])

/** What a button of the editor asks for besides saving: `add:effects`, `remove:effects.2`, `add:effects.0.attribution`. */
export type Intent = { verb: 'save' } | { verb: 'add'; list: string } | { verb: 'remove'; list: string; index: number }

export function readIntent(text: string): Intent {
  const [verb, path = ''] = text.split(':')
  if (verb === 'add' && path !== '') return { verb, list: path }
  const at = path.lastIndexOf('.')
  const index = Number(path.slice(at + 1))
  if (verb === 'remove' && at > 0 && Number.isInteger(index)) return { verb, list: path.slice(0, at), index }
  return { verb: 'save' }
}

const newItems: Record<string, unknown> = { effects: { kind: 'moves' }, attribution: { named: 'false' } }

/** The draft of a report after the editor's form was sent: its fields put in, then one list longer or shorter. */
export function applyReportForm(data: unknown, fields: Fields, intent: Intent): Record<string, unknown> {
  const known = [...fields].filter(([name]) => fieldNames.has(name.split('.')[0] ?? ''))
  const filled = applyFields(data, known)
  const changed =
    intent.verb === 'add'
      ? addItem(filled, intent.list, newItems[intent.list.split('.').at(-1) ?? ''] ?? {})
      : intent.verb === 'remove'
        ? removeItem(filled, intent.list, intent.index)
        : filled
  return typed(changed)
}

/** Turns what forms can only hold as text into what the schema asks for: yes/no, and a list of ids line by line. */
function typed(data: Record<string, unknown>): Record<string, unknown> {
  const { related } = data
  const lists = typeof related === 'string' ? { related: related.split(/[\s,]+/).filter((id) => id !== '') } : {}
  return { ...data, ...lists, ...withNamed(data), ...withEffects(data) }
}

const withNamed = (data: Record<string, unknown>) =>
  Array.isArray(data.attribution) ? { attribution: data.attribution.map(namedLink) } : {}

const withEffects = (data: Record<string, unknown>) =>
  Array.isArray(data.effects) ? { effects: data.effects.map((effect) => ({ ...effect, ...withNamed(effect) })) } : {}

const namedLink = (link: Record<string, unknown>) => ({ ...link, named: link.named === true || link.named === 'true' })
