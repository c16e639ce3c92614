import type { Metadata } from 'next'
import { now } from '@/app/_server/clock'
import { requireRole } from '@/app/_server/session'
import { openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { type DraftEntry, listDiscarded, listDrafts } from '@/db/queries/draft'
import { listEditions } from '@/db/queries/edition'
import { countEventsOfEditions } from '@/db/queries/event'
import { listUsers } from '@/db/queries/user'
import { deskLanguage } from '@/lib/addresses/names'
import { mayActSomewhere } from '@/lib/auth/roles'
import { say } from '@/lib/model'
import { DiscardedDrafts } from './_components/DiscardedDrafts'
import { EditionRows } from './_components/EditionRows'
import { KeptTexts } from './_components/KeptTexts'
import { Moment } from './_components/Moment'
import { happenedSince } from './events/happened'
import { WhatHappened } from './events/WhatHappened'

export const metadata: Metadata = { title: 'Desk' }

const notices: Record<string, string> = {
  password: 'The password is changed; every other session has ended.',
  discarded: 'The draft is discarded. It can be brought back from below for 30 days.',
}

/** What waits for the signed-in person: own drafts, others' drafts, the latest editions. */
export default async function DeskPage({
  searchParams,
}: {
  searchParams: Promise<{ notice?: string; edition?: string }>
}) {
  const { user, session } = await requireRole('author')
  const { notice = '', edition } = await searchParams
  const { db } = await database()
  const [drafts, discarded, editions, users, { dossiers }] = await Promise.all([
    listDrafts(db),
    listDiscarded(db, { author: user.id, at: now() }),
    listEditions(db, { limit: 5 }),
    listUsers(db),
    openSite(),
  ])
  const [told, happened] = await Promise.all([
    countEventsOfEditions(
      db,
      editions.map(({ number }) => number),
    ),
    happenedSince(db, session, now()),
  ])
  const names = new Map(users.map(({ id, name }) => [id, name]))
  const mine = drafts.filter(({ author }) => author === user.id)
  const others = drafts.filter(({ author }) => author !== user.id)
  const said = edition ? `Edition ${edition} is published.` : notices[notice]
  return (
    <main id="main">
      <header className="desk-head">
        <h1>Desk</h1>
        <p className="buttons">
          {dossiers.map(({ id, title }) => (
            <a key={id} className="button" href={`/admin/reports/new?dossier=${id}`}>
              New report{dossiers.length > 1 ? `: ${say(title, deskLanguage).text}` : ''}
            </a>
          ))}
        </p>
      </header>
      {said ? (
        <p className="notice" role="status">
          {said}
        </p>
      ) : null}
      <WhatHappened happened={happened} dossiers={dossiers} />
      <section className="desk-section">
        <h2>My drafts</h2>
        <DraftTable drafts={mine} names={names} empty="No drafts. A new report, or an edit of a record, begins one." />
        {mine.length > 0 && mayActSomewhere(user, 'editor') ? (
          <p>
            <a href={`/admin/publish?${mine.map(({ id }) => `draft=${id}`).join('&')}`}>
              Review and publish all of mine
            </a>
          </p>
        ) : null}
      </section>
      <section className="desk-section">
        <h2>Drafts of others</h2>
        <DraftTable drafts={others} names={names} empty="Nobody else has a draft." />
      </section>
      <DiscardedDrafts drafts={discarded} />
      <KeptTexts user={user.id} />
      <section className="desk-section">
        <h2>Last editions</h2>
        <EditionRows editions={editions} names={names} told={told} />
      </section>
    </main>
  )
}

function DraftTable({ drafts, names, empty }: { drafts: DraftEntry[]; names: Map<string, string>; empty: string }) {
  if (drafts.length === 0) return <p className="hint">{empty}</p>
  return (
    <table className="plain stack">
      <thead>
        <tr>
          <th scope="col">Record</th>
          <th scope="col">Kind</th>
          <th scope="col">By</th>
          <th scope="col">Saved</th>
          <th scope="col">
            <span className="unseen-text">Do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => (
          <tr key={draft.id}>
            <td>
              <a href={`/admin/drafts/${draft.id}`}>{draft.title}</a>
              {draft.baseRevision === null ? <span className="hint"> new</span> : null}
            </td>
            <td data-column="Kind">{draft.kind}</td>
            <td data-column="By">{names.get(draft.author) ?? draft.author}</td>
            <td data-column="Saved">
              <Moment at={draft.updatedAt} />
            </td>
            <td>
              <a href={`/admin/publish?draft=${draft.id}`}>Review</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
