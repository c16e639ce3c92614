import type { Metadata } from 'next'
import { stringify } from 'yaml'
import { checkDrafts } from '@/app/_server/draft-check'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { recordKey } from '@/db/key'
import { type Draft, type DraftEntry, findDraft, findDraftEntry } from '@/db/queries/draft'
import { findRecord, type Published } from '@/db/queries/record'
import { mayAct } from '@/lib/auth/roles'
import { fitsForm } from '@/lib/forms/report'
import { mostBytes, type RecordKind } from '@/lib/model'
import { DeskForm } from '../_components/DeskForm'
import { Field } from '../_components/Field'
import { Moved } from '../_components/Moved'
import { Problems } from '../_components/Problems'
import { keepMine, publish } from './action'
import { RecordChanges } from './RecordChanges'

export const metadata: Metadata = { title: 'Publish' }

type Asked = Promise<{ draft?: string | string[] }>

/** What a publication would do: records, conflicts, problems, the answers that move; and the button for it. */
export default async function PublishPage({ searchParams }: { searchParams: Asked }) {
  const { user } = await requireRole('author')
  const { draft: asked = [] } = await searchParams
  const { drafts, large } = await draftsOf([asked].flat())
  if (drafts.length === 0 && large.length === 0)
    return (
      <main id="main">
        <header className="desk-head">
          <h1>Nothing to publish</h1>
        </header>
        <p>
          These drafts are gone: they were published or discarded. <a href="/admin">Back to the desk</a>
        </p>
      </main>
    )
  const published = await Promise.all(drafts.map(publishedOf))
  const stale = drafts.flatMap((draft, at) => {
    const now = published[at] ?? null
    return (now?.revision ?? null) === draft.baseRevision ? [] : [{ draft, now }]
  })
  const dossiers = [...new Set(drafts.map(({ dossier }) => dossier).filter((id) => id !== ''))]
  const checks = await Promise.all(
    (dossiers.length > 0 ? dossiers : ['']).map((id) =>
      checkDrafts(
        id,
        drafts.filter(({ dossier }) => dossier === id || dossier === ''),
      ),
    ),
  )
  const problems = checks.flatMap((check) => check.problems)
  const ready = problems.length === 0 && stale.length === 0 && large.length === 0
  return (
    <main id="main">
      <header className="desk-head">
        <h1>Publish</h1>
        <p className="hint">All of this becomes public at once, as one edition, or none of it.</p>
      </header>
      <section className="desk-section">
        <h2>Records</h2>
        <ul className="to-publish">
          {drafts.map((draft, at) => (
            <li key={draft.id}>
              <a href={`/admin/drafts/${draft.id}`}>{draft.title}</a>{' '}
              <span className="hint">
                {draft.kind} <code>{draft.recordId}</code>, {whatBecomes(draft, published[at] ?? null)}
              </span>
              <RecordChanges draft={draft} published={published[at] ?? null} />
            </li>
          ))}
          {large.map(({ id, title, kind }) => (
            <li key={id}>
              <a href={`/admin/drafts/${id}`}>{title}</a>{' '}
              <span className="hint">
                is too large to be published: more text than a {kind} may have, or too long a list
              </span>
            </li>
          ))}
        </ul>
      </section>
      {stale.map(({ draft, now }) => (
        <Conflict key={draft.id} draft={draft} now={now} own={draft.author === user.id} />
      ))}
      <Problems problems={problems} />
      <section className="desk-section">
        <h2>Answers that move</h2>
        {checks.map(({ after, compiled, moved, today }) =>
          after && compiled ? (
            <Moved key={compiled.dossier.id} dossier={after.dossier} moved={moved} />
          ) : (
            <p key={today} className="hint">
              Said as soon as nothing is wrong.
            </p>
          ),
        )}
      </section>
      <section className="desk-section">
        <h2>Publish as one edition</h2>
        {mayAct(user.role, 'editor') ? (
          <DeskForm action={publish} page={pageOf(drafts)}>
            {drafts.map(({ id, version }) => (
              <input key={id} type="hidden" name={`draft.${id}`} value={version} />
            ))}
            <Field
              name="reason"
              label="Why"
              hint="A short line for the history, for readers to see; it is also the note of correction on a published report that says something else now without a note of its own"
            />
            <p>
              <button type="submit" disabled={!ready}>
                Publish
              </button>
            </p>
          </DeskForm>
        ) : (
          <p className="notice">
            Your role is author: an editor publishes what you have written. It stands on every editor’s desk.
          </p>
        )}
      </section>
    </main>
  )
}

function whatBecomes({ data }: Draft, published: Published<RecordKind> | null): string {
  if (data === null) return 'removed'
  if (typeof data === 'object' && 'retracted' in data) return 'retracted'
  return published ? 'changed' : 'new'
}

const pageOf = (drafts: Draft[]): string => `/admin/publish?${drafts.map(({ id }) => `draft=${id}`).join('&')}`

/** The drafts asked for; of those that are too large to be published only what lists tell. */
async function draftsOf(ids: string[]): Promise<{ drafts: Draft[]; large: DraftEntry[] }> {
  const { db } = await database()
  const found = await Promise.all([...new Set(ids)].slice(0, 200).map((id) => findDraftEntry(db, id)))
  const entries = found.flatMap((entry) => entry ?? [])
  const large = entries.filter(({ bytes, kind }) => bytes > mostBytes(kind))
  const read = await Promise.all(entries.filter((entry) => !large.includes(entry)).map(({ id }) => findDraft(db, id)))
  const drafts = read.flatMap((draft) => draft ?? [])
  const isHeld = ({ kind, data }: Draft) => kind !== 'report' || fitsForm(data)
  return { drafts: drafts.filter(isHeld), large: [...large, ...drafts.filter((draft) => !isHeld(draft))] }
}

async function publishedOf({ kind, dossier, recordId }: Draft): Promise<Published<RecordKind> | null> {
  const { db } = await database()
  return findRecord(db, recordKey(kind, dossier, recordId))
}

/** Both texts of a record that was published again since the draft began; nothing is overwritten unseen. */
function Conflict({ draft, now, own }: { draft: Draft; now: Published<RecordKind> | null; own: boolean }) {
  return (
    <section className="desk-section conflict">
      <h2>Conflict: {draft.title}</h2>
      <p>
        The draft began from {draft.baseRevision === null ? 'nothing' : `revision ${draft.baseRevision}`}; meanwhile{' '}
        {now ? `revision ${now.revision} was published` : 'the record was removed'}. Bring into the draft what the other
        text has, then say that it takes the other’s place.
      </p>
      <div className="panes even">
        <div>
          <h3>Published now</h3>
          <pre className="file">{now ? stringify(now.record, { lineWidth: 0 }) : 'Removed.'}</pre>
        </div>
        <div>
          <h3>The draft</h3>
          <pre className="file">{draft.data === null ? 'Removed.' : stringify(draft.data, { lineWidth: 0 })}</pre>
        </div>
      </div>
      {own ? (
        <DeskForm action={keepMine} page={pageOf([draft])}>
          <input type="hidden" name="draft" value={draft.id} />
          <input type="hidden" name="onto" value={now?.revision ?? ''} />
          <p className="buttons">
            <a className="button" href={`/admin/drafts/${draft.id}`}>
              Edit the draft
            </a>
            <button type="submit" className="quiet">
              I have seen both: the draft follows revision {now?.revision ?? 'none'}
            </button>
          </p>
        </DeskForm>
      ) : null}
    </section>
  )
}
