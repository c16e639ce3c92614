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

const instant = /(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z)/

/** A sentence in which instants may stand, as the site writes them: each is shown as `Moment` shows it. */
export const Timed = ({ text }: { text: string }) =>
  text.split(instant).map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no name but their place
    at % 2 === 1 ? <Moment key={at} at={part} /> : part,
  )

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
