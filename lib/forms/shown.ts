import { plainLanguage } from '@/lib/addresses/names'
import { type FieldKind, isPerLanguage, List, languagesOf, type Named, readName, type Shape } from './shape'

export type Branch = Record<string, unknown> | unknown[]
export const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null

/** One control of a form: its name, and the text that it holds when it is first shown. */
export interface FormField {
  name: string
  shown: string
}

/** What stands at a path of a record; undefined where there is nothing. A bare quote is short for its text. */
export function valueAt(data: unknown, path: readonly string[]): unknown {
  let at = data
  for (const [depth, part] of path.entries()) {
    if (typeof at === 'string' && part === 'text' && path[depth - 1] === 'quote') return at
    if (!isBranch(at) || !Object.hasOwn(at, part)) return undefined
    at = Reflect.get(at, part)
  }
  return at
}

/** What a form shows of the field: '' where there is nothing, or nothing that the control could hold. */
export function shownOf(data: unknown, { kind, path, language }: Named): string {
  const value = valueAt(data, path)
  if (language !== null) {
    // A bare text is English (model, section 3).
    if (typeof value === 'string') return language === plainLanguage ? value : ''
    const said = isBranch(value) && !Array.isArray(value) ? valueAt(value, [language]) : undefined
    return kind === 'terms' && Array.isArray(said) ? said.map(plain).join('\n') : plain(said)
  }
  if ((kind === 'ids' || kind === 'inOrder') && Array.isArray(value)) return value.map(plain).join('\n')
  return plain(value)
}

const plain = (value: unknown): string =>
  value === undefined || value === null || isBranch(value) ? '' : String(value)

/** What a form shows of a field by its name; '' too for a name that the form does not have. */
export function fieldAt(shape: Shape, data: unknown, name: string): string {
  const named = readName(shape, name)
  return named ? shownOf(data, named) : ''
}

const lineBreaks = /\r\n?|\n/g
const oneLine: ReadonlySet<FieldKind> = new Set(['line', 'date', 'address', 'name'])

/**
 * The text as it comes back from a control that nobody touched (HTML, section 4.10): line breaks as LF, none in a control of one
 * line, no half characters, an address without blanks around it.
 */
export function asSent(kind: FieldKind, text: string): string {
  const lines = text.toWellFormed().replaceAll('\0', '\ufffd')
  if (!oneLine.has(kind)) return lines.replace(lineBreaks, '\n')
  const line = lines.replace(lineBreaks, '')
  return kind === 'address' ? line.trim() : line
}

/** Every control that a form has for a record, in the order of the shape, with what it shows. */
export function formFields(shape: Shape, data: unknown): FormField[] {
  return namesOf(shape, data).map((name) => ({ name, shown: fieldAt(shape, data, name) }))
}

function namesOf(shape: Shape | List, data: unknown): string[] {
  if (shape instanceof List) {
    const items: unknown[] = Array.isArray(data) ? data : []
    const inItem = (item: unknown) => (typeof shape.item === 'string' ? languagesOf(item) : namesOf(shape.item, item))
    return items.flatMap((item, at) => inItem(item).map((name) => `${at}.${name}`))
  }
  return Object.entries(shape).flatMap(([name, inner]) => {
    const value = valueAt(data, [name])
    if (isPerLanguage(inner)) return languagesOf(value).map((language) => `${name}.${language}`)
    if (typeof inner === 'string') return [name]
    const group = name === 'quote' && typeof value === 'string' ? { text: value } : value
    return namesOf(inner, group).map((below) => `${name}.${below}`)
  })
}
