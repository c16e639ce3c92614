import type { Metadata } from 'next'
import { now } from '@/app/_server/clock'
import { requireRole } from '@/app/_server/session'
import { openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { listDiscarded, listDrafts } from '@/db/queries/draft'
import { listEditions } from '@/db/queries/edition'
import { countEventsOfEditions } from '@/db/queries/event'
import { listNotices } from '@/db/queries/newsroom/notice'
import { listSettled, listWaiting } from '@/db/queries/newsroom/schedule'
import { listUsers } from '@/db/queries/user'
import { deskLanguage } from '@/lib/addresses/names'
import { mayAct, mayActSomewhere } from '@/lib/auth/roles'
import { say } from '@/lib/model'
import { EditionRows } from './_components/EditionRows'
import { TabTitle } from './_components/TabTitle'
import { DiscardedDrafts } from './_home/DiscardedDrafts'
import { DraftTable } from './_home/DraftTable'
import { KeptTexts } from './_home/KeptTexts'
import { Notices } from './_home/Notices'
import { Scheduled } from './_home/Scheduled'
import { happenedSince } from './events/happened'
import { WhatHappened } from './events/WhatHappened'

// Its tab says what it shows (`TabTitle`).
export const metadata: Metadata = { title: null }

const said: Record<string, string> = {
  password: 'The password is changed; every other session has ended.',
  scheduled: 'The time is set. It is published then, and you are told if it cannot be.',
  cancelled: 'The publication is called off; its drafts stay as they are.',
  read: 'The notices are marked as read.',
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
  const [drafts, discarded, editions, users, notices, waiting, settled, { dossiers }] = await Promise.all([
    listDrafts(db),
    listDiscarded(db, { author: user.id, at: now() }),
    listEditions(db, { limit: 5 }),
    listUsers(db),
    listNotices(db, { user: user.id, unread: true, limit: 50 }),
    listWaiting(db),
    listSettled(db, { limit: 5 }),
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
  const toReview = others.filter(({ state, dossier }) => state === 'in-review' && mayAct(user, 'reviewer', dossier))
  const approved = drafts.filter(({ state, dossier }) => state === 'approved' && mayAct(user, 'editor', dossier))
  const done = edition ? `Edition ${edition} is published.` : said[notice]
  return (
    <main id="main">
      <TabTitle of={notices.length > 0 ? `(${notices.length}) Desk` : 'Desk'} />
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
      {done ? (
        <p className="notice" role="status">
          {done}
        </p>
      ) : null}
      <Notices notices={notices} names={names} />
      {toReview.length > 0 ? (
        <section className="desk-section">
          <h2>Waiting for review ({toReview.length})</h2>
          <DraftTable drafts={toReview} names={names} />
        </section>
      ) : null}
      {approved.length > 0 ? (
        <section className="desk-section">
          <h2>Approved, to be published ({approved.length})</h2>
          <DraftTable drafts={approved} names={names} />
          <p>
            <a href={`/admin/publish?${approved.map(({ id }) => `draft=${id}`).join('&')}`}>Review and publish them</a>
          </p>
        </section>
      ) : null}
      <Scheduled waiting={waiting} settled={settled} drafts={drafts} names={names} user={user} />
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
