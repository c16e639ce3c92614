'use client'

import { type RefObject, useEffect, useState } from 'react'
import { type KeptText, keptName, readKept, writeKept } from './kept-text'
import { fillIn, StoredText, valuesOf } from './typed-text'

// Going on after a form was taken is no leaving of a page by mistake.
let goesOn = false

/** Goes on to another page in a document of its own. */
export function leavesPage(to: string): void {
  goesOn = true
  window.location.assign(to)
}

export interface Unsaved {
  /** Text of an earlier visit that was not stored. */
  offered: KeptText | null
  putBack: () => void
  drop: () => void
  /** To be called when something was typed. */
  note: () => void
  /** What is sent now; to be called once it is stored. */
  snapshot: (form: HTMLFormElement) => () => void
  /** Whether anything in the form is not stored. */
  remains: (form: HTMLFormElement) => boolean
}

/**
 * Keeps what is typed into a form in the browser until it is stored, offers back what an earlier visit left there, and warns
 * before the page is left with text that is not stored.
 */
export function useUnsaved(form: RefObject<HTMLFormElement | null>, keep?: { user: string; name: string }): Unsaved {
  const [stored] = useState(() => new StoredText())
  const [offered, setOffered] = useState<KeptText | null>(null)
  const name = keep ? keptName(keep.user, keep.name) : null

  const note = () => {
    if (name && form.current) writeKept(name, { at: new Date().toISOString(), fields: stored.unsaved(form.current) })
  }
  const offer = (kept: KeptText | null) => {
    if (name) writeKept(earlier(name), kept)
    setOffered(kept)
  }

  useEffect(() => {
    if (!name || !form.current) return
    const kept = leftBehind(name, form.current)
    writeKept(earlier(name), kept)
    setOffered(kept)
  }, [name, form])

  // Every render may have given controls other names, or marked them as stored.
  useEffect(note)

  useEffect(() => {
    if (!name) return
    const warn = (event: BeforeUnloadEvent) => {
      if (goesOn || !form.current || Object.keys(stored.unsaved(form.current)).length === 0) return
      event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [name, form, stored])

  return {
    offered,
    putBack: () => {
      if (!form.current || !offered) return
      const without = fillIn(form.current, offered.fields)
      const left = Object.fromEntries(without.map((field) => [field, offered.fields[field] ?? '']))
      offer(without.length > 0 ? { ...offered, fields: left } : null)
      note()
    },
    drop: () => offer(null),
    note,
    snapshot: (sent) => stored.snapshot(sent),
    remains: (sent) => Object.keys(stored.unsaved(sent)).length > 0,
  }
}

const earlier = (name: string): string => `${name} (earlier)`

/** What earlier visits left of a form that differs from what it holds now. */
function leftBehind(name: string, form: HTMLFormElement): KeptText | null {
  const [before, last] = [readKept(earlier(name)), readKept(name)]
  const held = valuesOf(form)
  const fields = Object.entries({ ...before?.fields, ...last?.fields }).filter(([field, text]) => held[field] !== text)
  return fields.length === 0 ? null : { at: last?.at ?? before?.at ?? '', fields: Object.fromEntries(fields) }
}
