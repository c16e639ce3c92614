import { plainLanguage } from '@/lib/addresses/names'
import { mostItems } from '@/lib/model'
import { readAddressField } from './address-field'
import { readDateField } from './date-field'
import { type FieldKind, languagesOf, type Named, readName, type Shape } from './shape'
import { asSent, type Branch, isBranch, shownOf, valueAt } from './shown'

/**
 * Forms of the desk name their fields by path (`effects.0.quote.text`). A draft takes in what was typed into a form: a field
 * that comes back as the form showed it was not touched, and a field that the form does not show is not in it. Neither is ever
 * written, so that opening a record and saving it changes nothing.
 */
export type Fields = Iterable<readonly [string, string]>

/** What became of a form: the record with it put in, or why it was refused. */
export type Applied = { ok: true; data: Record<string, unknown> } | { ok: false; message: string }

/**
 * The record with the touched fields of the form put in; an emptied field is taken out. The record given, the one that the form
 * was made from, is left as it is. An item beyond what the form can hold is refused.
 */
export function applyFields(shape: Shape, data: unknown, fields: Fields): Applied {
  const before = isBranch(data) && !Array.isArray(data) ? data : {}
  const after = structuredClone(before) as Record<string, unknown>
  for (const [name, value] of fields) {
    const named = readName(shape, name)
    if (!named) continue
    const outside = named.through.find(({ path, index }) => index > mostIndex(before, path))
    if (outside)
      return {
        ok: false,
        message:
          `This form names item ${outside.index + 1} of “${outside.path.join('.')}”, which has no such item in the draft. ` +
          'Nothing was stored: open the draft anew, and add items one by one.',
      }
    if (named.language !== null && !isShown(before, named.path, named.language))
      return {
        ok: false,
        message: `This form names the language “${named.language}” of “${named.path.join('.')}”, which it does not show. Nothing was stored: open the draft anew.`,
      }
    const typed = value.replace(/\r\n?/g, '\n')
    const shown = asSent(named.kind, shownOf(before, named))
    if (named.kind === 'ids' ? !sameIds(typed, shown) : typed !== shown) put(after, named, typed)
  }
  return { ok: true, data: after }
}

const idsIn = (text: string): string[] => text.split(/[\s,]+/).filter((id) => id !== '')

const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Whether two fields of ids name the same ones, in whatever order: boxes that are ticked have one of their own. */
function sameIds(a: string, b: string): boolean {
  const [one, other] = [new Set(idsIn(a)), new Set(idsIn(b))]
  return one.size === other.size && [...one].every((id) => other.has(id))
}

/** Whether the form shows a text in a language. */
const isShown = (record: unknown, path: string[], language: string): boolean =>
  languagesOf(valueAt(record, path)).includes(language)

/** The last item that a form may name: one more than there is, for an add may have made it. */
function mostIndex(data: unknown, path: string[]): number {
  const list = valueAt(data, path)
  return Math.min(Array.isArray(list) ? list.length : 0, mostItems - 1)
}

function put(record: Record<string, unknown>, { kind, path, language }: Named, typed: string): void {
  const value = recordValue(kind, typed)
  if (value === undefined) {
    takeOut(record, language === null ? path : pathOf(record, path, language))
    return
  }
  const holder = branchFor(record, path.slice(0, -1))
  const field = path.at(-1) ?? ''
  if (language === null) Reflect.set(holder, field, value)
  else Reflect.set(holder, field, withLanguage(Reflect.get(holder, field), language, value))
}

/** What the schema asks for in place of the text that a control holds; undefined when it was emptied. */
function recordValue(kind: FieldKind, typed: string): unknown {
  if (typed.trim() === '') return undefined
  if (kind === 'ids' || kind === 'inOrder') return idsIn(typed)
  if (kind === 'terms') return linesIn(typed)
  if (kind === 'yesNo') return typed === 'true' ? true : typed === 'false' ? false : typed
  if (kind === 'date') return readDateField(typed)
  if (kind === 'address') return readAddressField(typed)
  return kind === 'line' ? typed.trim() : typed
}

/** A text with one more language; a bare one stays bare while it is only English. */
function withLanguage(text: unknown, language: string, value: unknown): unknown {
  if (typeof text === 'string') return language === plainLanguage ? value : { [plainLanguage]: text, [language]: value }
  const texts = isBranch(text) && !Array.isArray(text) ? text : {}
  return { ...texts, [language]: value }
}

/** The group or list at a path, made where there is none. */
function branchFor(record: Record<string, unknown>, path: string[]): Branch {
  let at: Branch = record
  for (const [depth, part] of path.entries()) {
    const there: unknown = Reflect.get(at, part)
    let next: Branch
    if (isBranch(there)) next = there
    else if (part === 'quote' && typeof there === 'string') next = { text: there }
    else next = /^\d+$/.test(path[depth + 1] ?? '') ? [] : {}
    if (next !== there) Reflect.set(at, part, next)
    at = next
  }
  return at
}

/** The way to one language of a text; a bare text is English as a whole. */
const pathOf = (record: Record<string, unknown>, path: string[], language: string): string[] =>
  typeof valueAt(record, path) === 'string' && language === plainLanguage ? path : [...path, language]

/** Takes a field out, and the groups around it that it leaves empty; items of a list stay. */
function takeOut(record: Record<string, unknown>, path: string[]): void {
  const holder = valueAt(record, path.slice(0, -1))
  const field = path.at(-1) ?? ''
  const group = path.at(-2) ?? ''
  let left: string[] = []
  if (Array.isArray(holder) && typeof Reflect.get(holder, field) === 'string') {
    // An item that is a bare text stays in its list, empty.
    Reflect.set(holder, field, '')
    return
  }
  if (isBranch(holder) && !Array.isArray(holder)) {
    Reflect.deleteProperty(holder, field)
    left = Object.keys(holder)
  } else if (group !== 'quote' || typeof holder !== 'string') return
  // The language of a quote says nothing without the quote.
  const empty = left.length === 0 || (group === 'quote' && field === 'text' && left.join() === 'language')
  if (empty && path.length > 1 && !/^\d+$/.test(group)) takeOut(record, path.slice(0, -1))
}
