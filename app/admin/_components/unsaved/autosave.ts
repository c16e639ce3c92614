'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { type ActionState, isRefused } from '@/app/_server/action-state'
import type { Unsaved } from './leaving'

/** Milliseconds without a key after which what was typed is saved. */
const idle = 3_000
/** The same where the page draws what is typed. */
const soon = 700
/** Milliseconds after which what did not arrive is sent again. */
const again = 10_000

interface Given {
  form: RefObject<HTMLFormElement | null>
  isOn: boolean
  isSoon: boolean
  state: ActionState
  saving: boolean
  unsaved: Unsaved
  send: (form: HTMLFormElement, button: HTMLElement | null) => void
}

/**
 * Saves a form by itself when nothing was typed for a while, and again when the network was gone. Where two texts are in
 * conflict it waits for its author, who has to have seen both. Returns what is to be called when something was typed.
 */
export function useAutosave(given: Given): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef(given)
  useEffect(() => {
    latest.current = given
  })
  const wait = (milliseconds: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const { form, saving, unsaved, send, state } = latest.current
      if (!form.current || !unsaved.remains(form.current)) return
      if (isRefused(state) && state.because === 'conflict') return
      if (saving) wait(latest.current.isSoon ? soon : idle)
      else send(form.current, null)
    }, milliseconds)
  }
  const { state, isOn, isSoon } = given
  const pause = isSoon ? soon : idle
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came of a sending decides whether there is another.
  useEffect(() => {
    if (!isOn) return
    if (isRefused(state) && state.because === 'unsent') wait(again)
    else if (state && !isRefused(state)) wait(pause)
  }, [state, isOn])
  useEffect(() => () => clearTimeout(timer.current), [])
  return () => {
    if (isOn) wait(pause)
  }
}
