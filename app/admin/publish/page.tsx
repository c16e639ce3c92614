import type { Metadata } from 'next'
import { requireRole } from '@/app/_server/session'
import { mayAct } from '@/lib/auth/roles'
import { Problems } from '../_components/Problems'
import { AnswersMoved } from './AnswersMoved'
import { Conflict } from './Conflict'
import { PublishForm } from './PublishForm'
import { readPublication } from './publication'
import { RecordsToPublish } from './RecordsToPublish'

export const metadata: Metadata = { title: 'Publish' }

type Asked = Promise<{ draft?: string | string[] }>

/** What a publication would do: records, conflicts, problems, the answers that move; and the button for it. */
export default async function PublishPage({ searchParams }: { searchParams: Asked }) {
  const { user } = await requireRole('author')
  const { draft: asked = [] } = await searchParams
  const { pairs, large, stale, checks } = await readPublication([asked].flat())
  if (pairs.length === 0 && large.length === 0) return <NothingToPublish />
  const problems = checks.flatMap((check) => check.problems)
  return (
    <main id="main">
      <header className="desk-head">
        <h1>Publish</h1>
        <p className="hint">All of this becomes public at once, as one edition, or none of it.</p>
      </header>
      <RecordsToPublish pairs={pairs} large={large} />
      {stale.map((pair) => (
        <Conflict key={pair.draft.id} pair={pair} isOwn={pair.draft.author === user.id} />
      ))}
      <Problems problems={problems} />
      <AnswersMoved checks={checks} />
      <PublishForm
        drafts={pairs.map(({ draft }) => draft)}
        isReady={problems.length === 0 && stale.length === 0 && large.length === 0}
        mayPublish={pairs.every(({ draft }) => mayAct(user, 'editor', draft.dossier))}
      />
    </main>
  )
}

const NothingToPublish = () => (
  <main id="main">
    <header className="desk-head">
      <h1>Nothing to publish</h1>
    </header>
    <p>
      These drafts are gone: they were published or discarded. <a href="/admin">Back to the desk</a>
    </p>
  </main>
)
