import { deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { listEditions } from '@/db/queries/edition'
import { countEventsOfEditions } from '@/db/queries/event'
import { listUsers } from '@/db/queries/user'
import { mayActSomewhere } from '@/lib/auth/roles'
import { EditionRows } from '../_components/EditionRows'
import { TabTitle } from '../_components/TabTitle'

const pageSize = 50

/** Every publication so far. */
export default async function EditionsPage({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const { user } = await requireRole('author')
  const t = await deskWords()
  const { before: asked } = await searchParams
  const before = asked && /^\d{1,9}$/.test(asked) ? Number(asked) : undefined
  const { db } = await database()
  const [editions, users] = await Promise.all([listEditions(db, { before, limit: pageSize }), listUsers(db)])
  const told = await countEventsOfEditions(
    db,
    editions.map(({ number }) => number),
  )
  const last = editions.at(-1)
  return (
    <main id="main">
      <TabTitle of={t('editions.title')} />
      <header className="desk-head">
        <h1>{t('editions.title')}</h1>
      </header>
      <EditionRows
        editions={editions}
        names={new Map(users.map(({ id, name }) => [id, name]))}
        told={told}
        mayUndo={mayActSomewhere(user, 'editor')}
      />
      {last && last.number > 1 && editions.length === pageSize ? (
        <p>
          <a href={`/admin/editions?before=${last.number}`}>{t('editions.earlier')}</a>
        </p>
      ) : null}
    </main>
  )
}
