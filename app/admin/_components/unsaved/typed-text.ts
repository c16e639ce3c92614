import type { KeptField } from './kept-text'

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
  unsaved(form: HTMLFormElement): Record<string, KeptField> {
    const controls = controlsOf(form)
    const differing = controls.filter((control) => control.value !== this.#storedOf(control))
    return Object.fromEntries(
      differing.map((control) => {
        const item = this.#itemOf(control, controls)
        return [
          control.name,
          { text: control.value, over: this.#storedOf(control), ...(item === null ? {} : { item }) },
        ]
      }),
    )
  }

  /**
   * Puts texts back where they were typed: into fields that hold what was stored there then, of the items that they were typed into,
   * wherever those stand by now. Returns the names of the others, which are left as they are.
   */
  fillIn(form: HTMLFormElement, fields: Record<string, KeptField>): string[] {
    const controls = controlsOf(form)
    return Object.entries(fields).flatMap(([name, { text, over, item }]) => {
      const places = controls.filter(
        (control) =>
          (item === undefined ? control.name === name : patternOf(control.name) === patternOf(name)) &&
          control.value === over &&
          this.#storedOf(control) === over &&
          (item === undefined || this.#itemOf(control, controls) === item),
      )
      const place = places.find((control) => control.name === name) ?? (places.length === 1 ? places[0] : undefined)
      if (!place) return [name]
      place.value = text
      return []
    })
  }

  /** A sign of the item of a list that a control stands in, as it is stored; null outside of lists. */
  #itemOf(control: Control, controls: readonly Control[]): string | null {
    const [start] = /^[a-z]+\.\d+\./.exec(control.name) ?? []
    if (start === undefined) return null
    const within = controls.filter(({ name }) => name.startsWith(start))
    return signOf(within.map((one) => `${one.name.slice(start.length)} ${this.#storedOf(one)}`).join('\n'))
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

const patternOf = (name: string): string => name.replace(/\d+/g, '#')

/** A short sign of a text; two texts with the same one are all but never met. */
function signOf(text: string): string {
  let [a, b] = [5381, 52711]
  for (let at = 0; at < text.length; at++) {
    a = (a * 33) ^ text.charCodeAt(at)
    b = (b * 31) ^ text.charCodeAt(at)
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`
}
