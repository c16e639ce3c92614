'use client'

import { useEffect } from 'react'

/** A page of the desk that a browser brings back as it was left is asked for anew: whoever left it may have signed out since. */
export function FreshOnReturn() {
  useEffect(() => {
    const ask = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload()
    }
    window.addEventListener('pageshow', ask)
    return () => window.removeEventListener('pageshow', ask)
  }, [])
  return null
}
