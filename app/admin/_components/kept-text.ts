/** What was typed into a form and not stored yet, by the names of its fields. */
export interface KeptText {
  /** When the last of it was typed. */
  at: string
  fields: Record<string, string>
}

const beginning = 'rulewire unsaved '

/** Names a form in the browser's own store: what one user typed is never shown to another. */
export const keptName = (user: string, form: string): string => `${beginning}${user} ${form}`

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
    return kept ? [{ ...kept, name, form: name.slice(keptName(user, '').length).replace(/ \(earlier\)$/, '') }] : []
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
  Object.values(kept.fields).every((text) => typeof text === 'string')
