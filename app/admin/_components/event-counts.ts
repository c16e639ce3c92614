import { type EventKind, eventKinds } from '@/lib/events/event'
import type { DeskWords } from '@/lib/words/desk-messages'

/** The kinds of events that are counted, in the order in which they are told. */
const counted = eventKinds.filter((kind) => kind !== 'edition')

/** How many events of each kind, in words: “2 reports · 1 step”; the edition itself is none of them. */
export const countsInWords = (t: DeskWords, counts: Partial<Record<EventKind, number>>): string =>
  counted
    .flatMap((kind) => {
      const count = counts[kind] ?? 0
      return count > 0 ? [t(`editions.counts.${kind}`, { count })] : []
    })
    .join(' · ')
