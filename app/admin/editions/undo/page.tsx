import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { findEdition } from '@/db/queries/edition'
import { DeskForm } from '../../_components/DeskForm'
import { Moment } from '../../_components/Moment'
import { undo } from './action'

export const metadata: Metadata = { title: 'Undo an edition' }

/** Asks before drafts are made that bring back the state before an edition. */
export default async function UndoPage({ searchParams }: { searchParams: Promise<{ edition?: string }> }) {
  await requireRole('editor')
  const { edition: asked = '' } = await searchParams
  const { db } = await database()
  const edition = (/^\d{1,9}$/.test(asked) ? await findEdition(db, Number(asked)) : null) ?? notFound()
  return (
    <main id="main">
      <header className="desk-head">
        <h1>Undo edition {edition.number}</h1>
        <p className="hint">
          “{edition.reason}”, <Moment at={edition.publishedAt} />
        </p>
      </header>
      <p>
        Drafts are made that bring back what stood before this edition: of what it changed the text before, of what was
        new a removal. You see all of it before anything is published. Records that were published again since are left
        as they are. The edition itself stays in the history.
      </p>
      <DeskForm action={undo} page={`/admin/editions/undo?edition=${edition.number}`}>
        <input type="hidden" name="edition" value={edition.number} />
        <p className="buttons">
          <button type="submit">Make the drafts</button>
          <a href="/admin/editions">Back to the editions</a>
        </p>
      </DeskForm>
    </main>
  )
}
