import type { Metadata } from 'next'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { listUsers } from '@/db/queries/user'
import { mayAct } from '@/lib/auth/roles'
import { isToCome } from '@/lib/model'
import { TabTitle } from '../_components/TabTitle'
import { AnswersMoved } from './AnswersMoved'
import { Conflict } from './Conflict'
import { PublishForm } from './PublishForm'
import { readPublication } from './publication'
import { RecordsToPublish } from './RecordsToPublish'

// Its tab says what it shows (`TabTitle`).
export const metadata: Metadata = { title: null }

type Asked = Promise<{ draft?: string | string[] }>

/** An edition put together by ticking: records, conflicts, problems, the answers that move; and the buttons for it. */
export default async function PublishPage({ searchParams }: { searchParams: Asked }) {
  const { user } = await requireRole('author')
  const { draft: asked = [] } = await searchParams
  const { db } = await database()
  const [publication, users] = await Promise.all([readPublication([asked].flat(), user.id), listUsers(db)])
  const { pairs, leftOut, stale, checks } = publication
  if (pairs.length === 0 && leftOut.length === 0) return <NothingToPublish />
  const drafts = pairs.map(({ draft }) => draft)
  const zones = checks.flatMap(({ compiled }) => compiled?.dossier.timeZone ?? [])
  return (
    <main id="main">
      <TabTitle of={`Publish ${drafts.length} ${drafts.length === 1 ? 'record' : 'records'}`} />
      <header className="desk-head">
        <h1>Publish</h1>
        <p className="hint">What is ready becomes public at once, as one edition, or none of it.</p>
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
      <AnswersMoved checks={checks} />
      <PublishForm
        drafts={drafts}
        leftOut={leftOut.length}
        mayPublish={drafts.every(({ dossier }) => mayAct(user, 'editor', dossier))}
        zone={zones[0] ?? 'UTC'}
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

const NothingToPublish = () => (
  <main id="main">
    <TabTitle of="Nothing to publish" />
    <header className="desk-head">
      <h1>Nothing to publish</h1>
    </header>
    <p>
      These drafts are gone: they were published or discarded. <a href="/admin">Back to the desk</a>
    </p>
  </main>
)
