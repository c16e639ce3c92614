import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { checkDraft } from '@/app/_server/draft-check'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { findDraft, findDraftEntry } from '@/db/queries/draft'
import { fitsForm } from '@/lib/forms/report'
import { mostBytes } from '@/lib/model'
import { Moment } from '../../_components/Moment'
import { Problems } from '../../_components/Problems'
import { DiscardForm } from './DiscardForm'
import { LargeDraft } from './LargeDraft'
import { Preview } from './Preview'
import { ReportForm } from './ReportForm'
import { YamlForm } from './YamlForm'

export const metadata: Metadata = { title: 'Draft' }

/** The editor of one draft: its form, what is wrong with it so far, and what readers will get. */
export default async function DraftPage({ params }: { params: Promise<{ id: string }> }) {
  const { user } = await requireRole('author')
  const { id } = await params
  const { db } = await database()
  const entry = (await findDraftEntry(db, id)) ?? notFound()
  const own = entry.author === user.id
  const draft = entry.bytes > mostBytes(entry.kind) ? null : await findDraft(db, id)
  if (!draft || (draft.kind === 'report' && !fitsForm(draft.data))) return <LargeDraft draft={entry} own={own} />
  const check = await checkDraft(draft)
  const form = { draft, problems: check.problems, check }
  return (
    <main id="main">
      <header className="desk-head">
        <p className="smallcaps">
          {draft.kind} · {draft.dossier || 'all dossiers'} · <code>{draft.recordId}</code>
        </p>
        <h1>{draft.title}</h1>
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
          {draft.kind === 'report' && draft.data !== null ? (
            <ReportForm {...form} own={own} />
          ) : (
            <YamlForm draft={draft} own={own} />
          )}
        </div>
        <aside>
          <Preview draft={draft} check={check} />
          {own ? <DiscardForm id={draft.id} /> : <ReviewLink id={draft.id} />}
        </aside>
      </div>
    </main>
  )
}

const ReviewLink = ({ id }: { id: string }) => (
  <p className="buttons">
    <a className="button" href={`/admin/publish?draft=${id}`}>
      Review and publish
    </a>
  </p>
)
