'use client'

import { getURLFromRedirectError } from 'next/dist/client/components/redirect'
import { isRedirectError } from 'next/dist/client/components/redirect-error'
import {
  createContext,
  type ReactNode,
  type SubmitEvent,
  startTransition,
  useActionState,
  useContext,
  useEffect,
  useRef,
  useState,
  useTransition,
} from 'react'
import { type ActionState, type DeskAction, isRefused, labelName } from '@/app/_server/action-state'
import { Hindrances } from './Hindrances'
import { type BrowserSay, useWords } from './InBrowser'
import { useRefusalFocus } from './refusal-focus'
import { sayUnsent } from './sending'
import { useAutosave } from './unsaved/autosave'
import { dropKept, hasKept } from './unsaved/kept-text'
import { leavesPage, useUnsaved } from './unsaved/leaving'
import { UnsavedNotice } from './unsaved/UnsavedNotice'

interface Form {
  state: ActionState
  saving: boolean
  /** What the button that was pressed last stands for. */
  intent: string
}

const Sent = createContext<Form>({ state: null, saving: false, intent: '' })

/** How it stands with the form around: what came of the last sending, and whether one is under way. */
export const useSent = (): Form => useContext(Sent)

/** What the last, refused submit held for a field; undefined when there was none. */
export function useReturned(name: string): { value: string | undefined; errors: string[]; isFilled: boolean } {
  const { state } = useContext(Sent)
  return isRefused(state)
    ? { value: state.values[name], errors: state.fieldErrors[name] ?? [], isFilled: state.because === 'filled' }
    : { value: undefined, errors: [], isFilled: false }
}

interface Props {
  action: DeskAction
  children: ReactNode
  className?: string
  /** Address of the page on which the form stands: a form sent without scripts comes back there. */
  page?: string
  /** Under which name what is typed is kept in the browser until it is stored, and for whom. */
  keep?: { user: string; name: string }
  /** Whether what is typed is saved without a button, after a while; `soon`: where something is drawn of it. */
  savesItself?: boolean | 'soon'
  /** For buttons that stand outside the form. */
  id?: string
  /** The user whom the form signs out. */
  signsOut?: string
}

/**
 * A form of the desk: works without JavaScript, shows a refusal on top and beside its fields, keeps what was typed. With scripts
 * it never leaves the page before it was taken: its controls stay as they are, whatever comes of the sending.
 */
export function DeskForm({ action, children, className, page, keep, savesItself = false, id, signsOut }: Props) {
  const [fromServer, submit] = useActionState(action, null, page)
  const [own, setOwn] = useState<ActionState | undefined>()
  const [saving, start] = useTransition()
  const [intent, setIntent] = useState('')
  const form = useRef<HTMLFormElement>(null)
  // Pressed while another sending was under way: it waits for the end of that one.
  const next = useRef<HTMLElement | null | undefined>(undefined)
  const unsaved = useUnsaved(form, keep)
  const state = own === undefined ? fromServer : own
  const say = useWords()

  const send = (from: HTMLFormElement, button: HTMLElement | null) => {
    const data = new FormData(from)
    const pressed = button instanceof HTMLButtonElement && button.isConnected && button.name ? button : null
    if (pressed) data.append(pressed.name, pressed.value)
    setIntent(pressed?.value ?? '')
    const acknowledge = unsaved.snapshot(from)
    start(async () => {
      const answer = await action(own ?? fromServer, data).catch((error: unknown) =>
        answerTo(error, keep !== undefined, say),
      )
      if (!isRefused(answer)) acknowledge()
      else for (const secret of from.querySelectorAll<HTMLInputElement>('[type=password]')) secret.value = ''
      if (answer && 'to' in answer) {
        // What was typed meanwhile is not in it: whoever typed it stays, and goes on when it is saved too.
        if (answer.stored && unsaved.remains(from)) {
          const { stored } = answer
          startTransition(() => setOwn(stored))
          return
        }
        if (signsOut !== undefined) dropKept(signsOut)
        leavesPage(answer.to)
        return
      }
      startTransition(() => setOwn(answer))
    })
  }

  const sentByHand = useRefusalFocus(form, state)
  const autosave = useAutosave({
    form,
    isOn: savesItself !== false,
    isSoon: savesItself === 'soon',
    state,
    saving,
    unsaved,
    send,
  })

  useEffect(() => {
    const waiting = next.current
    if (saving || waiting === undefined || !form.current) return
    next.current = undefined
    send(form.current, waiting)
  })

  const typed = () => {
    unsaved.note()
    autosave()
  }

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const button = event.nativeEvent instanceof globalThis.SubmitEvent ? event.nativeEvent.submitter : null
    if (signsOut !== undefined && hasKept(signsOut) && !window.confirm(say('dropQuestion'))) return
    sentByHand()
    if (!saving) send(event.currentTarget, button)
    else if (keep) next.current = button
  }

  return (
    <Sent value={{ state, saving, intent }}>
      <form
        ref={form}
        id={id}
        action={submit}
        onSubmit={onSubmit}
        onInput={typed}
        onChange={typed}
        className={className}
        aria-busy={saving || undefined}
        noValidate
      >
        {page ? <input type="hidden" name="page" value={page} readOnly /> : null}
        <Refusal state={state} />
        {keep ? <UnsavedNotice {...unsaved} /> : null}
        {children}
      </form>
    </Sent>
  )
}

/** What an action comes to that was not answered: it went on to another page, or the form did not arrive. */
const answerTo = (error: unknown, isKept: boolean, say: BrowserSay): ActionState =>
  isRedirectError(error)
    ? { ok: true, to: getURLFromRedirectError(error) }
    : { ok: false, formErrors: [sayUnsent(error, isKept, say)], fieldErrors: {}, values: {}, because: 'unsent' }

function Refusal({ state }: { state: ActionState }) {
  const [labels, setLabels] = useState<Record<string, string>>({})
  useEffect(() => {
    if (!isRefused(state)) return
    // A field is called what stands above it.
    const called = Object.keys(state.fieldErrors).map((name) => [
      name,
      document.querySelector(`label[for="${CSS.escape(`f-${name}`)}"]`)?.textContent,
    ])
    setLabels(Object.fromEntries(called.filter(([, label]) => label)))
  }, [state])
  if (!isRefused(state)) return null
  const wrong = Object.entries(state.fieldErrors)
  return (
    <div
      className={state.because === 'filled' ? 'notice' : 'notice wrong'}
      role={state.because === 'filled' ? 'status' : 'alert'}
      tabIndex={-1}
    >
      {state.formErrors.map((error) => (
        <p key={error}>{error}</p>
      ))}
      <Hindrances of={state.hindrances ?? []} />
      {wrong.length > 0 ? (
        <ul>
          {wrong.map(([name, errors]) => (
            <li key={name}>
              <a href={`#f-${name}`}>{labels[name] ?? state.values[labelName(name)] ?? name.replaceAll('.', ' ')}</a>{' '}
              {errors.join('; ')}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
