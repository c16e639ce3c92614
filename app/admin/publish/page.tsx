import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { listUsers } from '@/db/queries/user'
import { mayAct, publishingRole } from '@/lib/auth/roles'
import { isToCome } from '@/lib/model'
import { TabTitle } from '../_components/TabTitle'
import { AnswersMoved } from './AnswersMoved'
import { Conflict } from './Conflict'
import { PublishForm } from './PublishForm'
import { readPublication } from './publication'
import { RecordsToPublish } from './RecordsToPublish'

type Asked = Promise<{ draft?: string | string[] }>

/** An edition put together by ticking: records, conflicts, problems, the answers that move; and the buttons for it. */
export default async function PublishPage({ searchParams }: { searchParams: Asked }) {
  const { user } = await requireRole('author')
  const t = await deskWords()
  const { draft: asked = [] } = await searchParams
  const { db } = await database()
  const [publication, users] = await Promise.all([
    readPublication([asked].flat(), user.id, { t, locale: await deskLocale() }),
    listUsers(db),
  ])
  const { pairs, leftOut, stale, checks } = publication
  if (pairs.length === 0 && leftOut.length === 0) return <NothingToPublish />
  const drafts = pairs.map(({ draft }) => draft)
  const { site } = await openSite()
  const zones = checks.flatMap(({ compiled, after }) => (compiled ?? after)?.dossier.timeZone ?? [])
  return (
    <main id="main">
      <TabTitle of={t('publish.tab', { count: drafts.length })} />
      <header className="desk-head">
        <h1>{t('publish.title')}</h1>
        <p className="hint">{t('publish.lead')}</p>
      </header>
      <RecordsToPublish
        publication={publication}
        user={user}
        names={new Map(users.map(({ id, name }) => [id, name]))}
      />
      {stale.map((pair) => (
        <Conflict
          key={pair.draft.id}
          pair={pair}
          base={pair.base}
          mayWrite={pair.draft.author === user.id || mayAct(user, 'editor', pair.draft.dossier)}
        />
      ))}
      <AnswersMoved checks={checks} moves={publication.moves} />
      <PublishForm
        drafts={drafts}
        leftOut={leftOut}
        mayPublish={drafts.every(({ kind, dossier }) => mayAct(user, publishingRole(kind), dossier))}
        zone={zones[0] ?? site.zone}
        toCome={drafts
          .filter(({ dossier, kind, data }) =>
            checks.some(
              ({ compiled, today }) =>
                kind === 'report' &&
                compiled?.dossier.id === dossier &&
                isToCome(data, today, compiled.dossier.timeZone),
            ),
          )
          .map(({ title }) => title)}
      />
    </main>
  )
}

async function NothingToPublish() {
  const t = await deskWords()
  return (
    <main id="main">
      <TabTitle of={t('publish.nothing')} />
      <header className="desk-head">
        <h1>{t('publish.nothing')}</h1>
      </header>
      <p>
        {t('publish.nothingText')} <a href="/admin">{t('frame.back')}</a>
      </p>
    </main>
  )
}
