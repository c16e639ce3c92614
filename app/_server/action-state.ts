/** What hinders a form and is mended elsewhere: what that is called, the end of the sentence, and where it is. */
export interface Hindrance {
  label: string
  says: string
  /** Left out where no page of the desk mends it. */
  href?: string
}

/** What a form gets back when it was refused; what was typed comes with it, secrets excepted. */
export interface Refused {
  ok: false
  fieldErrors: Record<string, string[]>
  formErrors: string[]
  /** Left out: none. */
  hindrances?: Hindrance[]
  values: Record<string, string>
  /**
   * Set where sending the same once more does something else (`conflict`), where nothing arrived (`unsent`), or where nothing is
   * wrong and the fields were filled in (`filled`).
   */
  because?: 'conflict' | 'unsent' | 'filled'
}

/** A form whose page stays open was stored. */
export interface Stored {
  ok: true
  at: string
  version: number
}

/** What was asked for is done, and the browser goes on to another page of this site; from an editor with what was stored. */
export interface Done {
  ok: true
  to: string
  stored?: Stored
}

export type ActionState = Refused | Stored | Done | null

/** What a form of the desk is sent to. */
export type DeskAction = (state: ActionState, formData: FormData) => Promise<ActionState>

export const isRefused = (state: ActionState): state is Refused => state?.ok === false

/** Names of the fields with which a form that came back signs in on its way. */
export const signInFields = { login: 'sign-in.login', password: 'sign-in.password', code: 'sign-in.code' } as const

/** Under which name a form asks who sends it for the password, before something that does much. */
export const proofField = 'confirm_password'

/** Under which name a form without scripts says what a field of it is called. */
export const labelName = (name: string): string => `label.${name}`
export const isLabelName = (name: string): boolean => name.startsWith('label.')

const isSecret = (name: string) => /password|^sign-in\.|^(?:token|code)$|^\$/i.test(name)

/** A refusal with what was typed. */
export function refused(formErrors: string[], formData: FormData, fieldErrors: Record<string, string[]> = {}): Refused {
  const values: Record<string, string> = {}
  for (const [name, value] of formData) if (typeof value === 'string' && !isSecret(name)) values[name] = value
  return { ok: false, fieldErrors, formErrors, values }
}
