'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined
const pad = (number: number): string => String(number).padStart(2, '0')

const inUtc = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`

function onThisClock(at: string): string {
  const time = new Date(at)
  if (Number.isNaN(time.getTime()) || time.getTimezoneOffset() === 0) return inUtc(at)
  const day = [time.getFullYear(), pad(time.getMonth() + 1), pad(time.getDate())].join('-')
  return `${day} ${pad(time.getHours())}:${pad(time.getMinutes())}`
}

/** An instant, shown to the minute on the clock of the person who reads it, and on hovering in UTC; without scripts in UTC. */
export function Moment({ at }: { at: string }) {
  const shown = useSyncExternalStore(
    never,
    () => onThisClock(at),
    () => inUtc(at),
  )
  return (
    <time dateTime={at} title={inUtc(at)}>
      {shown}
    </time>
  )
}
