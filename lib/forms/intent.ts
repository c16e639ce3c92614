/**
 * What a button of the editor asks for besides saving: `add:effects`, `remove:effects.2`, `add:effects.0.attribution`; `up:effects.2`
 * and `down:effects.2` put an item before or behind its neighbour; `review` saves and goes on to the page that publishes.
 */
export type Intent =
  | { verb: 'save' }
  | { verb: 'review' }
  | { verb: 'add'; list: string }
  | { verb: ItemVerb; list: string; index: number }

const itemVerbs = ['remove', 'up', 'down'] as const
/** What can be done with one item of a list. */
export type ItemVerb = (typeof itemVerbs)[number]

/** Reads an intent for a form of whatever shape. */
export function parseIntent(text: string): Intent {
  if (text === 'review') return { verb: 'review' }
  const [verb, path = ''] = text.split(':')
  if (verb === 'add' && path !== '') return { verb, list: path }
  const [, list = '', index = ''] = /^(.+)\.(\d{1,2})$/.exec(path) ?? []
  const done = itemVerbs.find((one) => one === verb)
  return done && list !== '' ? { verb: done, list, index: Number(index) } : { verb: 'save' }
}

/** Takes one item out of a list, or lets it change places with its neighbour. The list is changed. */
export function changeItem(list: unknown[], { verb, index }: { verb: ItemVerb; index: number }): void {
  if (verb === 'remove') list.splice(index, 1)
  const other = verb === 'up' ? index - 1 : index + 1
  if (verb === 'remove' || other < 0 || index >= list.length || other >= list.length) return
  ;[list[index], list[other]] = [list[other], list[index]]
}
