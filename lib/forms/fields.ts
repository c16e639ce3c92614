/**
 * Forms of the desk name their fields by path (`effects.0.quote.text`). A draft takes in what a form holds and keeps the
 * rest, so that a field which a form does not show is never lost.
 */
export type Fields = Iterable<readonly [string, string]>

type Branch = Record<string, unknown> | unknown[]

const isIndex = (part: string): boolean => /^\d{1,4}$/.test(part)
const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null
const forbiddenParts = new Set(['__proto__', 'constructor', 'prototype'])

/** The draft with the form's fields put in; an emptied field is taken out. The draft given is left as it is. */
export function applyFields(data: unknown, fields: Fields): Record<string, unknown> {
  const copy = (isBranch(data) && !Array.isArray(data) ? structuredClone(data) : {}) as Record<string, unknown>
  for (const [name, value] of fields) {
    const path = name.split('.')
    if (!path.some((part) => forbiddenParts.has(part))) put(copy, path, value.replaceAll('\r\n', '\n'))
  }
  return tidy(copy) as Record<string, unknown>
}

function put(at: Branch, path: string[], value: string): void {
  const [part = '', ...rest] = path
  if (rest.length === 0) {
    if (value.trim() === '') Reflect.deleteProperty(at, part)
    else Reflect.set(at, part, value)
    return
  }
  let next: unknown = Reflect.get(at, part)
  // A text that was one string becomes one per language as soon as a form asks for languages.
  if (typeof next === 'string') next = { en: next }
  if (!isBranch(next)) next = isIndex(rest[0] ?? '') ? [] : {}
  Reflect.set(at, part, next)
  put(next as Branch, rest, value)
}

/** Takes out groups that have become empty; a list keeps its items, for an empty one may be about to be filled in. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return [...value].map((item) => tidy(item ?? {}))
  if (!isBranch(value)) return value
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const tidied = tidy(inner)
    const empty = isBranch(tidied) && !Array.isArray(tidied) && Object.keys(tidied).length === 0
    return empty ? [] : [[key, tidied] as const]
  })
  return Object.fromEntries(kept)
}

/** The list at a path with one more, empty item. */
export function addItem(data: Record<string, unknown>, path: string, item: unknown = {}): Record<string, unknown> {
  const copy = structuredClone(data)
  const list = listAt(copy, path, true)
  list?.push(item)
  return copy
}

/** The list at a path without the item at an index. */
export function removeItem(data: Record<string, unknown>, path: string, index: number): Record<string, unknown> {
  const copy = structuredClone(data)
  listAt(copy, path, false)?.splice(index, 1)
  return copy
}

function listAt(data: Record<string, unknown>, path: string, make: boolean): unknown[] | null {
  const parts = path.split('.')
  let at: unknown = data
  for (const [depth, part] of parts.entries()) {
    if (!isBranch(at) || forbiddenParts.has(part)) return null
    if (Reflect.get(at, part) === undefined && make) Reflect.set(at, part, depth === parts.length - 1 ? [] : {})
    at = Reflect.get(at, part)
  }
  return Array.isArray(at) ? at : null
}

/** What stands at a path, as a form shows it: '' when there is nothing. */
export function fieldAt(data: unknown, path: string): string {
  let at: unknown = data
  const parts = path.split('.')
  for (const [depth, part] of parts.entries()) {
    if (typeof at === 'string' && depth === parts.length - 1 && part === 'en') return at
    if (!isBranch(at)) return ''
    at = Reflect.get(at, part)
  }
  return at === undefined || at === null || isBranch(at) ? '' : String(at)
}
