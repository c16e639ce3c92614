import type { EventItem } from '@/lib/events/item'
import type { Locale } from '@/lib/model'

/** What is followed, in words: as the subscriber knows it, and where it stands. */
export interface FollowedInWords {
  title: string
  /** Absolute address of its page. */
  url: string
}

/** Everything that a letter or a webhook tells. */
export interface Telling {
  locale: Locale
  /** The name of the site. */
  site: string
  followed: FollowedInWords
  items: readonly EventItem[]
}
