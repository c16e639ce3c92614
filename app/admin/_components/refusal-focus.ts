'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { type ActionState, isRefused } from '@/app/_server/action-state'

const isTyping = (element: Element | null): boolean =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement

/**
 * Takes the keyboard to the first field that a refusal names, else to the refusal itself. Returns what is to be called when a person
 * sends the form: what it sends by itself takes nobody away from what they write, and neither does an answer that comes late.
 */
export function useRefusalFocus(form: RefObject<HTMLFormElement | null>, state: ActionState): () => void {
  const sentFrom = useRef<Element | null | undefined>(undefined)
  useEffect(() => {
    const from = sentFrom.current
    if (state === null || from === undefined) return
    sentFrom.current = undefined
    const now = document.activeElement
    if (!form.current || !isRefused(state) || state.because === 'filled' || (now !== from && isTyping(now))) return
    const named = Object.keys(state.fieldErrors)
    const field = [...form.current.querySelectorAll<HTMLElement>('input, select, textarea')].find(
      (one) => named.includes(one.getAttribute('name') ?? '') && one.getAttribute('type') !== 'hidden',
    )
    for (let at = field?.closest('details'); at; at = at.parentElement?.closest('details')) at.open = true
    const to = field ?? form.current.querySelector<HTMLElement>('[role=alert]')
    to?.focus()
  }, [form, state])
  return () => {
    sentFrom.current = document.activeElement
  }
}
