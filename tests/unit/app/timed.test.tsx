import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Timed } from '@/app/admin/_components/Moment'

const drawn = (text: string) => renderToStaticMarkup(<Timed text={text} />)

test('an instant in a sentence is one that each reader sees on their own clock', () => {
  expect(drawn('Held until 2026-11-29T08:00:00.000Z.')).toMatch(
    /^Held until <time dateTime="2026-11-29T08:00:00.000Z" title="2026-11-29 08:00 UTC">.*<\/time>\.$/i,
  )
  expect(drawn('報道「a」：2026-11-29T00:00:00Zまで解禁前です')).toMatch(
    /^報道「a」：<time [^>]*>[^<]+<\/time>まで解禁前です$/,
  )
})

test('a sentence without one, or with a day, stays as it is', () => {
  for (const text of ['', 'Held.', 'Held until 2026-11-29']) expect(drawn(text)).toBe(text)
})
