import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { checkDraft } from '@/app/_server/draft-check'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { findDraft } from '@/db/queries/draft'
import { DeskForm } from '../../_components/DeskForm'
import { draftTitle } from '../../_components/draft-title'
import { Moment } from '../../_components/Moment'
import { Problems } from '../../_components/Problems'
import { discard } from './action'
import { Preview } from './Preview'
import { ReportForm } from './ReportForm'
import { YamlForm } from './YamlForm'

export const metadata: Metadata = { title: 'Draft' }

/** The editor of one draft: its form, what is wrong with it so far, and what readers will get. */
export default async function DraftPage({ params }: { params: Promise<{ id: string }> }) {
  const { user } = await requireRole('author')
  const { id } = await params
  const { db } = await database()
  const draft = (await findDraft(db, id)) ?? notFound()
  const check = await checkDraft(draft)
  const own = draft.author === user.id
  const form = { draft, problems: check.problems, check }
  return (
    <main id="main">
      <header className="desk-head">
        <p className="smallcaps">
          {draft.kind} · {draft.dossier || 'all dossiers'} · <code>{draft.recordId}</code>
        </p>
        <h1>{draftTitle(draft)}</h1>
        <p className="hint">
          {draft.baseRevision === null ? 'New, not yet published.' : `Based on revision ${draft.baseRevision}.`} Saved{' '}
          <Moment at={draft.updatedAt} />, version {draft.version}.
        </p>
      </header>
      {own ? null : (
        <p className="notice" role="status">
          This draft belongs to someone else: you can read and review it, not write in it.
        </p>
      )}
      {check.published !== null && check.published.revision !== draft.baseRevision ? (
        <p className="notice wrong">
          This record was published again since this draft began.{' '}
          <a href={`/admin/publish?draft=${draft.id}`}>Compare the two texts</a> before publishing.
        </p>
      ) : null}
      <div className="panes">
        <div>
          <Problems problems={check.problems} />
          {draft.kind === 'report' ? <ReportForm {...form} own={own} /> : <YamlForm {...form} own={own} />}
        </div>
        <aside>
          <Preview draft={draft} check={check} />
          <p className="buttons">
            <a className="button" href={`/admin/publish?draft=${draft.id}`}>
              Review and publish
            </a>
          </p>
          {own ? (
            <DeskForm action={discard}>
              <input type="hidden" name="draft" value={draft.id} />
              <button type="submit" className="quiet">
                Discard this draft
              </button>
            </DeskForm>
          ) : null}
        </aside>
      </div>
    </main>
  )
}
