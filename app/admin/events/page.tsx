import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { BadCursorError, writePlace } from '@/db/queries/cursor'
import { findEdition } from '@/db/queries/edition'
import { type EventFilter, listEvents } from '@/db/queries/event'
import { loadToldRecords } from '@/db/queries/told-records'
import { EventReading } from '@/lib/events/reading'
import { say } from '@/lib/model'
import { reasonInWords } from '@/lib/words/edition-words'
import { translator } from '@/lib/words/messages'
import { Moment } from '../_components/Moment'
import { TabTitle } from '../_components/TabTitle'
import { EventEntry } from './EventEntry'

const pageSize = 50

interface Asked {
  edition?: string
  dossier?: string
  before?: string
}

/** The events of an edition, of a dossier, or all of them, in words, newest first. */
export default async function EventsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  await requireRole('author')
  const [t, locale] = [await deskWords(), await deskLocale()]
  const { edition: asked = '', dossier, before } = await searchParams
  const number = /^\d{1,9}$/.test(asked) ? Number(asked) : undefined
  const { db } = await database()
  const filter: EventFilter = { edition: number, dossier }
  const events = await listEvents(db, filter, { before, limit: pageSize }).catch((error: unknown) => {
    // A place that this program did not make is none: the list begins at its beginning.
    if (error instanceof BadCursorError) return listEvents(db, filter, { limit: pageSize })
    throw error
  })
  const edition = number === undefined ? null : await findEdition(db, number)
  const { dossiers } = await openSite()
  const reading = new EventReading(locale, await loadToldRecords(db, events))
  const named = dossiers.find(({ id }) => id === dossier)
  const last = events.at(-1)
  return (
    <main id="main">
      <TabTitle of={t('events.title')} />
      <header className="desk-head">
        <h1>
          {edition
            ? t('events.edition', { number: edition.number })
            : named
              ? say(named.title, locale).text
              : t('events.title')}
        </h1>
        {edition ? (
          <p>
            <Moment at={edition.publishedAt} /> · {reasonInWords(translator(locale), edition.reason)} ·{' '}
            <a href={`/${locale}/editions/${edition.number}`}>{t('events.whatItChanged')}</a>
          </p>
        ) : null}
      </header>
      {events.length === 0 ? <p className="hint">{t('events.none')}</p> : null}
      <ol className="told-events">
        {events.map((event) => (
          <EventEntry key={event.id} event={event} reading={reading} />
        ))}
      </ol>
      {last && events.length === pageSize ? (
        <p>
          <a
            rel="next"
            href={`/admin/events?${new URLSearchParams({
              ...(number === undefined ? {} : { edition: asked }),
              ...(dossier === undefined ? {} : { dossier }),
              before: writePlace(last.place),
            })}`}
          >
            {t('events.earlier')}
          </a>
        </p>
      ) : null}
    </main>
  )
}
