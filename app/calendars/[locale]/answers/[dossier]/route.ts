import { calendarHandler } from '@/app/_server/following/calendar'
import { calendars } from '@/lib/addresses/feeds'

export const dynamic = 'force-dynamic'

/** `/{locale}/{dossier}/ask/calendar.ics?<dimension>=<value>...`: the coming dates that bear on one answer. */
export const GET = calendarHandler(calendars.answer, ({ dossier }: { dossier: string }, question) => ({
  dossier,
  question: question as Record<string, string>,
}))
