'use client'

import { useEffect, useRef, useState } from 'react'
import { type BrowserSay, useWords } from './InBrowser'

const isOffKey = 'rulewire.keys-off'
/** As it is printed on keyboards. */
const control = 'Ctrl'

/** What a person can press, and the button of an editor that it stands for. */
const buttons: Record<string, string> = { s: 'save', enter: 'review' }

/** The keys of the desk: an editor is saved and goes on to its review; a sheet tells them, which one key can open. */
export function Shortcuts() {
  const say = useWords()
  const sheet = useRef<HTMLDialogElement>(null)
  const [isOff, setOff] = useState(false)
  useEffect(() => {
    setOff(localStorage.getItem(isOffKey) !== null)
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || sheet.current?.open) return
      const intent = event.ctrlKey || event.metaKey ? buttons[event.key.toLowerCase()] : undefined
      if (intent && !event.shiftKey && !event.altKey) press(event, intent)
      if (event.key === '?' && !event.ctrlKey && !event.metaKey && !event.altKey) open(event)
    }
    const open = (event: KeyboardEvent) => {
      const inText = event.target instanceof Element && event.target.closest('input, textarea, select')
      if (inText || localStorage.getItem(isOffKey) !== null) return
      event.preventDefault()
      sheet.current?.showModal()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])

  const turn = (off: boolean) => {
    if (off) localStorage.setItem(isOffKey, 'yes')
    else localStorage.removeItem(isOffKey)
    setOff(off)
  }
  return (
    <>
      <button type="button" className="quiet keys" onClick={() => sheet.current?.showModal()}>
        {say('keys')}
      </button>
      <dialog ref={sheet} className="key-sheet" aria-labelledby="keys">
        <h2 id="keys">{say('keysTitle')}</h2>
        <dl>
          <dt>
            <Chord say={say} name="S" />
          </dt>
          <dd>{say('keySave')}</dd>
          <dt>
            <Chord say={say} name="Enter" />
          </dt>
          <dd>{say('keyReview')}</dd>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{say('keySheet')}</dd>
        </dl>
        <p>
          <label>
            <input type="checkbox" checked={!isOff} onChange={(event) => turn(!event.target.checked)} /> <kbd>?</kbd>{' '}
            {say('keyOpens')}
          </label>
        </p>
        <form method="dialog">
          <button type="submit">{say('close')}</button>
        </form>
      </dialog>
    </>
  )
}

function Chord({ say, name }: { say: BrowserSay; name: string }) {
  return (
    <>
      <kbd>{control}</kbd> {say('or')} <kbd>⌘</kbd> {say('with')} <kbd>{name}</kbd>
    </>
  )
}

/** Presses the button of the editor on this page, where there is one. */
function press(event: KeyboardEvent, intent: string): void {
  const button = document.querySelector<HTMLButtonElement>(`.buttons.sticky button[name=intent][value=${intent}]`)
  if (!button || button.matches(':disabled')) return
  event.preventDefault()
  button.form?.requestSubmit(button)
}
