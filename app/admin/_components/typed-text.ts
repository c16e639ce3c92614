/*
 * What a person has typed into a form since it was last stored. Controls are told apart by what they are and not by their names,
 * which change when a list in the form grows or shrinks.
 */

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const unkept = new Set(['hidden', 'password', 'submit', 'button', 'checkbox', 'radio'])

/** The controls of a form that hold text of a person, secrets excepted. */
export const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement && !unkept.has(element.type)) ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement,
  )

/** What each control held when it was last stored. */
export class StoredText {
  readonly #stored = new WeakMap<Control, string>()

  /** What stands in the controls now, to be marked as stored once the server says so. */
  snapshot(form: HTMLFormElement): () => void {
    const sent = controlsOf(form).map((control) => [control, control.value] as const)
    return () => {
      for (const [control, text] of sent) this.#stored.set(control, text)
    }
  }

  /** What differs from what is stored, by name. */
  unsaved(form: HTMLFormElement): Record<string, string> {
    const differing = controlsOf(form).filter((control) => control.value !== this.#storedOf(control))
    return Object.fromEntries(differing.map(({ name, value }) => [name, value]))
  }

  #storedOf(control: Control): string {
    const known = this.#stored.get(control) ?? control.dataset.stored
    if (known !== undefined) return asHeld(control, known)
    if (!(control instanceof HTMLSelectElement)) return asHeld(control, control.defaultValue)
    return ([...control.options].find(({ defaultSelected }) => defaultSelected) ?? control.options[0])?.value ?? ''
  }
}

/** A text as the control holds it: without the line breaks, or with those, that it can have. */
function asHeld(control: Control, text: string): string {
  if (control instanceof HTMLTextAreaElement) return text.replace(/\r\n?/g, '\n')
  if (control instanceof HTMLSelectElement) return text
  const line = text.replace(/[\r\n]/g, '')
  return control.type === 'url' ? line.trim() : line
}

/** What stands in the controls of a form, by name. */
export const valuesOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(controlsOf(form).map(({ name, value }) => [name, value]))

/** Puts texts into the controls of those names; returns the names that the form does not have. */
export function fillIn(form: HTMLFormElement, fields: Record<string, string>): string[] {
  const controls = new Map(controlsOf(form).map((control) => [control.name, control]))
  return Object.entries(fields).flatMap(([name, text]) => {
    const control = controls.get(name)
    if (!control) return [name]
    control.value = text
    return []
  })
}
