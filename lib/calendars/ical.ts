import ical, { ICalEventTransparency } from 'ical-generator'
import type { Authority } from '@/lib/events/tag'
import { addDays, type Instant } from '@/lib/model'
import { xmlText } from '@/lib/words/markup-text'
import { type CalendarEntry, entryId } from './entries'

export const calendarType = 'text/calendar; charset=utf-8'

/** An entry with how often its date was moved. */
export interface NumberedEntry extends CalendarEntry {
  sequence: number
}

interface Calendar {
  title: string
  description: string
  locale: string
  /** Scheme, host and language of the pages, without a slash at the end. */
  root: string
  /** The calendar's own address. */
  url: string
  authority: Authority
  /** When what it tells last changed. */
  updated: Instant
  entries: readonly NumberedEntry[]
}

/** Seconds after which a subscribed calendar is to be asked for again. */
const refreshed = 6 * 3600

/** Coming dates as iCalendar (RFC 5545, with the properties of RFC 7986): days, which take up nobody's time. */
export function toCalendar({ title, description, locale, root, url, authority, updated, entries }: Calendar): string {
  const calendar = ical({
    name: plain(title),
    description: plain(description),
    prodId: { company: 'rulewire', product: 'calendar', language: locale.toUpperCase() },
    ttl: refreshed,
    url,
  })
  for (const entry of entries)
    calendar.createEvent({
      id: `${locale}-${entryId(entry)}@${authority.name}`,
      sequence: entry.sequence,
      start: entry.first,
      end: addDays(entry.last, 1),
      allDay: true,
      stamp: updated,
      summary: plain(entry.title),
      description: plain(entry.text),
      url: `${root}${entry.page}`,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  return calendar.toString()
}

/** Control characters have no place in it either (RFC 5545, section 3.1). */
const plain = (text: string): string => xmlText(text)
