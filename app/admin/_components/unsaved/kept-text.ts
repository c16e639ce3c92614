/** What was typed into one field, and over what: a field that holds another text by now is not the one that was typed into. */
export interface KeptField {
  text: string
  over: string
  /** For a field of a list, a sign of the item as it was stored: lists grow and shrink, and names change with them. */
  item?: string | undefined
}

/** What was typed into a form and not stored yet, by the names of its fields. */
export interface KeptText {
  /** When the last of it was typed. */
  at: string
  fields: Record<string, KeptField>
}

const beginning = 'rulewire unsaved '
/** This very document: another tab on the same form keeps its text in a place of its own. */
const own = typeof crypto === 'undefined' || !('randomUUID' in crypto) ? String(Math.random()) : crypto.randomUUID()

const formName = (user: string, form: string): string => `${beginning}${user} ${form}`

/** Names what this document keeps of a form in the browser's own store: what one user typed is never shown to another. */
export const keptName = (user: string, form: string): string => `${formName(user, form)} #${own}`

/** Names what documents that are gone left of a form. */
export const earlierName = (user: string, form: string): string => `${formName(user, form)} #earlier`

const documentOf = (name: string): string => name.slice(name.lastIndexOf('#') + 1)

let isKnown = false

/** Tells other tabs that this document is there, for as long as it is. Browsers know locks under https and on this machine only. */
export function stayKnown(): void {
  if (isKnown) return
  isKnown = true
  void navigator.locks?.request(`${beginning}${own}`, () => new Promise(() => undefined))
}

/** Takes together, under `earlierName`, what documents that are gone left of a form; the newest text of a field counts. */
export async function gatherEarlier(user: string, form: string): Promise<KeptText | null> {
  const held = (await navigator.locks?.query())?.held ?? []
  const there = new Set([own, ...held.map(({ name = '' }) => name.slice(beginning.length))])
  const gone = namesOf(user).filter(
    (name) => name.startsWith(`${formName(user, form)} #`) && !there.has(documentOf(name)),
  )
  const texts = gone.flatMap((name) => readKept(name) ?? []).sort((a, b) => (a.at < b.at ? -1 : 1))
  const all = { at: texts.at(-1)?.at ?? '', fields: Object.assign({}, ...texts.map(({ fields }) => fields)) }
  for (const name of gone) writeKept(name, null)
  writeKept(earlierName(user, form), all)
  return Object.keys(all.fields).length === 0 ? null : all
}

/*
 * A browser may forbid its store, or have no room left. Then a form works as it did without: it warns before leaving.
 */

export function readKept(name: string): KeptText | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
    return isKept(kept) ? kept : null
  } catch {
    return null
  }
}

export function writeKept(name: string, kept: KeptText | null): void {
  try {
    if (kept === null || Object.keys(kept.fields).length === 0) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify(kept))
  } catch {
    // Said above.
  }
}

/** Whether any form of this user has text in the store. */
export const hasKept = (user: string): boolean => namesOf(user).length > 0

/** A text in the store of which the form's page may be long gone. */
export interface KeptForm extends KeptText {
  /** Its name in the store, and the name of its form. */
  name: string
  form: string
}

/** All that this user typed on this computer and did not save. */
export const listKept = (user: string): KeptForm[] =>
  namesOf(user).flatMap((name) => {
    const kept = readKept(name)
    return kept ? [{ ...kept, name, form: name.slice(formName(user, '').length, name.lastIndexOf(' #')) }] : []
  })

/** Forgets all that this user typed and did not save. */
export function dropKept(user: string): void {
  for (const name of namesOf(user)) localStorage.removeItem(name)
}

function namesOf(user: string): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(`${beginning}${user} `))
  } catch {
    return []
  }
}

const isKept = (kept: unknown): kept is KeptText =>
  typeof kept === 'object' &&
  kept !== null &&
  'at' in kept &&
  typeof kept.at === 'string' &&
  'fields' in kept &&
  typeof kept.fields === 'object' &&
  kept.fields !== null &&
  Object.values(kept.fields).every(
    (field) =>
      typeof field === 'object' && field !== null && typeof field.text === 'string' && typeof field.over === 'string',
  )
