import { locales } from '@/lib/model'

/**
 * What one control of a form holds: a line, a date, a web address, a choice, a longer text, yes or no, ids one to a line, ids whose order says something (`inOrder`), or a text
 * that readers see, with a control per language: `text` over several lines, `name` on one, `terms` a list of words, one to a line.
 */
export type FieldKind = 'line' | 'date' | 'address' | 'choice' | 'prose' | 'yesNo' | 'ids' | 'inOrder' | PerLanguage

/** Those with a control per language. */
export type PerLanguage = 'text' | 'name' | 'terms'

export const isPerLanguage = (kind: unknown): kind is PerLanguage =>
  kind === 'text' || kind === 'name' || kind === 'terms'

/** The fields that a form shows of a record, by their names in the record. What is not in it the form does not touch. */
export interface Shape {
  readonly [name: string]: FieldKind | Shape | List
}
/** A list in a form: each item has the fields of `item`, or is a text, or lists of words, itself. */
export class List {
  constructor(readonly item: Shape | 'text' | 'terms') {}
}

const quote: Shape = { text: 'prose', language: 'line' }
const attribution = new List({ who: 'name', named: 'yesNo', source: 'choice' })

/** The report editor's form. */
export const reportShape: Shape = {
  source: 'choice',
  published: 'date',
  kind: 'choice',
  sourcing: 'choice',
  language: 'line',
  url: 'address',
  headline: 'text',
  title: 'name',
  summary: 'prose',
  attribution,
  effects: new List({
    change: 'choice',
    kind: 'choice',
    stage: 'choice',
    on: 'date',
    certainty: 'choice',
    quote,
    note: 'text',
    attribution,
  }),
  positions: new List({ actor: 'choice', stance: 'choice', on: 'date', change: 'choice', quote, note: 'text' }),
  expectations: new List({ change: 'choice', stage: 'choice', from: 'date', until: 'date', quote, note: 'text' }),
  related: 'ids',
  note: 'text',
}

const languageName = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** Whether a part of a field's name can be a language (BCP 47). */
export const isLanguageName = (part: string): boolean => languageName.test(part)

/** The languages in which a form shows a text: `shown`, which are all if it is left out, then whatever else the text has. */
export function languagesOf(text: unknown, shown: readonly string[] = locales): string[] {
  const there = typeof text === 'object' && text !== null && !Array.isArray(text) ? Object.keys(text) : []
  return [...new Set([...shown, ...there.filter(isLanguageName)])]
}

/** What stands behind a field's name in a shape. */
export interface Named {
  kind: FieldKind
  /** The way to the field in the record; for a text per language without the language. */
  path: string[]
  language: string | null
  /** Lists that the way leads through, outermost first, each with the index that the name gives. */
  through: { path: string[]; index: number }[]
}

const asIndex = (part: string): number | null => (/^(0|[1-9]\d{0,8})$/.test(part) ? Number(part) : null)

/** Reads a field's name (`effects.0.quote.text`, `headline.en`); null when the form has no such field. */
export function readName(shape: Shape, name: string): Named | null {
  const parts = name.split('.')
  const path: string[] = []
  const through: Named['through'] = []
  let at: Shape | List = shape
  while (parts.length > 0) {
    const part = parts.shift() ?? ''
    if (at instanceof List) {
      const index = asIndex(part)
      if (index === null) return null
      through.push({ path: [...path], index })
      path.push(part)
      if (typeof at.item === 'string') return textAt(at.item, path, parts, through)
      at = at.item
      continue
    }
    const next: FieldKind | Shape | List | undefined = Object.hasOwn(at, part) ? at[part] : undefined
    if (next === undefined) return null
    path.push(part)
    if (typeof next !== 'string') {
      at = next
      continue
    }
    if (!isPerLanguage(next)) return parts.length === 0 ? { kind: next, path, language: null, through } : null
    return textAt(next, path, parts, through)
  }
  return null
}

/** A text per language, whose language is all that is left of the name. */
function textAt(kind: FieldKind, path: string[], left: string[], through: Named['through']): Named | null {
  const [language = ''] = left
  return left.length === 1 && isLanguageName(language) ? { kind, path, language, through } : null
}

/** Whether a path (`effects.0.attribution`) leads to a list of the shape. */
export function isListIn(shape: Shape, path: string): boolean {
  let at: Shape | List | FieldKind | undefined = shape
  for (const part of path.split('.')) {
    if (at instanceof List) {
      if (asIndex(part) === null || part.length > 2) return false
      at = at.item
    } else at = typeof at === 'object' && Object.hasOwn(at, part) ? at[part] : undefined
  }
  return at instanceof List
}
