import { Fragment } from 'react'
import { now } from '@/app/_server/clock'
import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { listDiscarded, listDrafts } from '@/db/queries/draft'
import { listEditions } from '@/db/queries/edition'
import { countEventsOfEditions } from '@/db/queries/event'
import { findBeginning, listRuleBeginnings } from '@/db/queries/newsroom/beginning'
import { listNotices } from '@/db/queries/newsroom/notice'
import { listSettled, listWaiting } from '@/db/queries/newsroom/schedule'
import { listUsers } from '@/db/queries/user'

import { mayAct, mayActSomewhere } from '@/lib/auth/roles'
import { say } from '@/lib/model'
import { EditionRows } from './_components/EditionRows'
import { TabTitle } from './_components/TabTitle'
import { BeginLink } from './_home/BeginLink'
import { DiscardedDrafts } from './_home/DiscardedDrafts'
import { DraftTable } from './_home/DraftTable'
import { KeptTexts } from './_home/KeptTexts'
import { Notices } from './_home/Notices'
import { Scheduled } from './_home/Scheduled'
import { whatToSee } from './_home/what-to-see'
import { happenedSince } from './events/happened'
import { WhatHappened } from './events/WhatHappened'

/** What a page that leads back here says it has done. */
const told = ['password', 'scheduled', 'cancelled', 'read', 'discarded'] as const

/** What waits for the signed-in person: own drafts, others' drafts, the latest editions. */
export default async function DeskPage({
  searchParams,
}: {
  searchParams: Promise<{ notice?: string; edition?: string }>
}) {
  const { user, session } = await requireRole('author')
  const [t, locale] = [await deskWords(), await deskLocale()]
  const { notice = '', edition } = await searchParams
  const { db } = await database()
  const [drafts, discarded, editions, users, notices, waiting, settled, { site, dossiers }, begun, begunRules] =
    await Promise.all([
      listDrafts(db),
      listDiscarded(db, { author: user.id, at: now() }),
      listEditions(db, { limit: 5 }),
      listUsers(db),
      listNotices(db, { user: user.id, unread: true, limit: 50 }),
      listWaiting(db),
      listSettled(db, { limit: 5 }),
      openSite(),
      findBeginning(db, user.id),
      listRuleBeginnings(db, user.id),
    ])
  const [counts, happened] = await Promise.all([
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
  const did = told.find((one) => one === notice)
  const done = edition ? t('home.published', { edition }) : did && t(`home.said.${did}`)
  const toSee = edition ? await whatToSee(db, Number(edition), { site, dossiers, t, locale }) : []
  return (
    <main id="main">
      <TabTitle of={t('home.title', { notices: notices.length })} />
      <header className="desk-head">
        <h1>{t('home.heading')}</h1>
        <p className="buttons">
          {dossiers.map(({ id, title }) => (
            <a key={id} className="button" href={`/admin/reports/new?dossier=${id}`}>
              {t('home.newReport', { dossier: dossiers.length > 1 ? say(title, locale).text : 'none' })}
            </a>
          ))}
          {dossiers.length === 1 || begunRules.length > 0
            ? dossiers
                .filter(({ id }) => dossiers.length === 1 || begunRules.includes(id))
                .map(({ id, title }) => (
                  <a key={id} href={`/admin/rules/new?dossier=${id}`}>
                    {t(begunRules.includes(id) ? 'home.ruleGoOn' : 'home.newRule', {
                      dossier: dossiers.length > 1 ? say(title, locale).text : 'none',
                    })}
                  </a>
                ))
            : null}
          <BeginLink hasDossiers={dossiers.length > 0} hasBegun={begun !== null} mayBegin={mayAct(user, 'editor')} />
        </p>
      </header>
      {dossiers.length === 0 ? <p className="notice">{t('home.beginEmpty')}</p> : null}
      {done ? (
        <p className="notice" role="status">
          {done}
          {toSee.map(({ href, says }) => (
            <Fragment key={href}>
              {' '}
              <a href={href}>{says}</a>
            </Fragment>
          ))}
        </p>
      ) : null}
      <Notices notices={notices} names={names} />
      {toReview.length > 0 ? (
        <section className="desk-section">
          <h2>{t('home.toReview', { count: toReview.length })}</h2>
          <DraftTable drafts={toReview} names={names} />
        </section>
      ) : null}
      {approved.length > 0 ? (
        <section className="desk-section">
          <h2>{t('home.approved', { count: approved.length })}</h2>
          <DraftTable drafts={approved} names={names} />
          <p>
            <a href={`/admin/publish?${approved.map(({ id }) => `draft=${id}`).join('&')}`}>{t('home.publishThem')}</a>
          </p>
        </section>
      ) : null}
      <Scheduled waiting={waiting} settled={settled} drafts={drafts} names={names} user={user} />
      <WhatHappened happened={happened} dossiers={dossiers} />
      <section className="desk-section">
        <h2>{t('home.mine')}</h2>
        <DraftTable drafts={mine} names={names} empty={t('home.noneMine')} />
        {mine.length > 0 && mayActSomewhere(user, 'editor') ? (
          <p>
            <a href={`/admin/publish?${mine.map(({ id }) => `draft=${id}`).join('&')}`}>{t('home.publishMine')}</a>
          </p>
        ) : null}
      </section>
      <section className="desk-section">
        <h2>{t('home.others')}</h2>
        <DraftTable drafts={others} names={names} empty={t('home.noneOthers')} />
      </section>
      <DiscardedDrafts drafts={discarded} />
      <KeptTexts user={user.id} drafts={drafts.map(({ id }) => id)} />
      <section className="desk-section">
        <h2>{t('home.lastEditions')}</h2>
        <EditionRows editions={editions} names={names} told={counts} />
      </section>
    </main>
  )
}
