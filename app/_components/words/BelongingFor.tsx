import type { ReactNode } from 'react'
import type { Reading } from '@/app/_reader/reading'
import type { BelongingTime } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'

interface Props {
  reading: Pick<Reading, 't' | 'locale'>
  who: ReactNode
  time: BelongingTime
}

/** One that belongs, or to whom, with the time for which it does: “the Greens, since May 2024”. */
export const BelongingFor = ({ reading: { t, locale }, who, time: { from, until } }: Props) =>
  t.rich('actors.of', {
    times: from && until ? 'between' : from ? 'from' : until ? 'until' : 'always',
    who: () => who,
    from: from ? formatDate(from, locale) : '',
    until: until ? formatDate(until, locale) : '',
  })
