import { calendarHandler } from '@/app/_server/following/calendar'
import { calendars } from '@/lib/addresses/feeds'

export const dynamic = 'force-dynamic'

/** `/{locale}/calendar.ics`: the coming dates of all dossiers. */
export const GET = calendarHandler(calendars.site, () => ({}))
