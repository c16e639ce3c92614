'use client'

import { type RefObject, useEffect, useState } from 'react'
import { earlierName, gatherEarlier, type KeptText, keptName, stayKnown, writeKept } from './kept-text'
import { StoredText, valuesOf } from './typed-text'

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
  /** Whether it could not be put back, or not all of it: the fields hold something else. */
  displaced: boolean
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
  const [displaced, setDisplaced] = useState(false)
  const { user, name: kept } = keep ?? {}
  const name = user !== undefined && kept !== undefined ? keptName(user, kept) : null

  const note = () => {
    if (name && form.current) writeKept(name, { at: new Date().toISOString(), fields: stored.unsaved(form.current) })
  }
  const offer = (left: KeptText | null) => {
    if (user !== undefined && kept !== undefined) writeKept(earlierName(user, kept), left)
    setOffered(left)
  }

  useEffect(() => {
    if (user === undefined || kept === undefined) return
    stayKnown()
    let isHere = true
    void gatherEarlier(user, kept).then((earlier) => {
      const left = earlier && form.current ? differing(earlier, form.current) : null
      writeKept(earlierName(user, kept), left)
      if (isHere) setOffered(left)
    })
    return () => {
      isHere = false
    }
  }, [user, kept, form])

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
    displaced,
    putBack: () => {
      if (!form.current || !offered) return
      const without = new Set(stored.fillIn(form.current, offered.fields))
      const left = Object.entries(offered.fields).filter(([field]) => without.has(field))
      setDisplaced(left.length > 0)
      offer(left.length > 0 ? { ...offered, fields: Object.fromEntries(left) } : null)
      note()
    },
    drop: () => offer(null),
    note,
    snapshot: (sent) => stored.snapshot(sent),
    remains: (sent) => Object.keys(stored.unsaved(sent)).length > 0,
  }
}

/** What earlier visits left of a form that differs from what it holds now; null when nothing does. */
function differing({ at, fields }: KeptText, form: HTMLFormElement): KeptText | null {
  const held = valuesOf(form)
  const left = Object.entries(fields).filter(([field, { text }]) => held[field] !== text)
  return left.length === 0 ? null : { at, fields: Object.fromEntries(left) }
}
