'use client'

import { useEffect, useState } from 'react'

/** The time zone of whoever begins, as the browser knows it; without scripts it is asked for as UTC. */
export function OwnZone() {
  const [zone, setZone] = useState('UTC')
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'), [])
  return <input type="hidden" name="zone" value={zone} readOnly />
}
