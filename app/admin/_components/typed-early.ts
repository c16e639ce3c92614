'use client'

import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react'

type Control = HTMLTextAreaElement | HTMLSelectElement

interface Early {
  value: string
  /** Ends the listening. */
  stop: () => void
}

const never = () => () => undefined
/** What stood in each control of a page that React is taking over: a rendering that begins anew must not ask again. */
const held = new WeakMap<Control, Early>()

/** What a person has made of a control until now, and makes of it until `stop`. */
function listenEarly(control: Control): Early {
  const known = held.get(control)
  if (known) return known
  const listen = ({ target }: Event) => {
    if (target === control) early.value = control.value
  }
  // React stops what comes to a part of the page that it has not taken over yet, before the control hears of it.
  const { value } = control
  const early = { value, stop: () => window.removeEventListener('input', listen, true) }
  // React writes into a text area anew what it holds; in one that counts as written in, the cursor and what is chosen then stay where they are.
  control.value = value
  window.addEventListener('input', listen, true)
  held.set(control, early)
  return early
}

/**
 * Keeps what a person does in a control before the scripts of the page have come, and while they take it over: then React puts back into
 * a text area or a choice what that held at first. Returns the ref of the control.
 */
export function useTypedEarly<C extends Control>(id: string): RefObject<C | null> {
  const control = useRef<C>(null)
  const isTakenOver = useSyncExternalStore(
    never,
    () => false,
    () => true,
  )
  const [early] = useState(() => {
    if (!isTakenOver || typeof document === 'undefined') return undefined
    const found = document.getElementById(id)
    return found instanceof HTMLTextAreaElement || found instanceof HTMLSelectElement ? listenEarly(found) : undefined
  })
  useEffect(() => {
    const node = control.current
    if (!early || !node) return
    early.stop()
    if (node.value === early.value) return
    node.value = early.value
    node.dispatchEvent(new Event('input', { bubbles: true }))
  }, [early])
  return control
}
