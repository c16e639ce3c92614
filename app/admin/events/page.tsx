import type { Metadata } from 'next'
import { requireRole } from '@/app/_server/session'
import { findDossier, openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { BadCursorError, writePlace } from '@/db/queries/cursor'
import { findEdition } from '@/db/queries/edition'
import { type EventFilter, listEvents } from '@/db/queries/event'
import { deskLanguage } from '@/lib/addresses/names'
import { say } from '@/lib/model'
import { Moment } from '../_components/Moment'
import { EventEntry } from './EventEntry'

export const metadata: Metadata = { title: 'What has happened' }

const pageSize = 50

interface Asked {
  edition?: string
  dossier?: string
  before?: string
}

/** The events of an edition, of a dossier, or all of them, in words, newest first. */
export default async function EventsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  await requireRole('author')
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
  const ids = [...new Set(events.map(({ dossier }) => dossier))].filter((id) => id !== '')
  const forms = new Map(await Promise.all(ids.map(async (id) => [id, await findDossier(id)] as const)))
  const named = dossiers.find(({ id }) => id === dossier)
  const last = events.at(-1)
  return (
    <main id="main">
      <header className="desk-head">
        <h1>
          {edition ? `Edition ${edition.number}` : named ? say(named.title, deskLanguage).text : 'What has happened'}
        </h1>
        {edition ? (
          <p>
            <Moment at={edition.publishedAt} /> · {edition.reason} ·{' '}
            <a href={`/${deskLanguage}/editions/${edition.number}`}>What it changed</a>
          </p>
        ) : null}
      </header>
      {events.length === 0 ? <p className="hint">Nothing is told here.</p> : null}
      <ol className="told-events">
        {events.map((event) => (
          <EventEntry key={event.id} event={event} form={forms.get(event.dossier)?.compiled ?? null} />
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
            Earlier
          </a>
        </p>
      ) : null}
    </main>
  )
}
