import { calendarHandler } from '@/app/_server/following/calendar'
import { calendars } from '@/lib/addresses/feeds'
import { isRecordFolder } from '@/lib/feeds/followed'

export const dynamic = 'force-dynamic'

/** `/{locale}/{dossier}/rules/{id}/calendar.ics`, and so for changes: the coming dates of a rule or a change. */
export const GET = calendarHandler(
  calendars.record,
  // Only those two lead here.
  ({ dossier, kind, id }: Record<'dossier' | 'kind' | 'id', string>) => ({
    dossier,
    id,
    ...(isRecordFolder(kind) ? { folder: kind } : {}),
  }),
)
