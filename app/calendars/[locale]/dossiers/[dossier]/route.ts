import { calendarHandler } from '@/app/_server/following/calendar'
import { calendars } from '@/lib/addresses/feeds'

export const dynamic = 'force-dynamic'

/** `/{locale}/{dossier}/calendar.ics`: the coming dates of a dossier. */
export const GET = calendarHandler(calendars.dossier, ({ dossier }: { dossier: string }) => ({ dossier }))
