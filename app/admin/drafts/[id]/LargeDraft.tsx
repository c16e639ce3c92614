import { database } from '@/db/client'
import { type DraftEntry, readDraftStart } from '@/db/queries/draft'
import { mostItems, sayBytes } from '@/lib/model'
import { Moment } from '../../_components/Moment'
import { DiscardForm } from './DiscardForm'

const length = 20_000

/** A draft that no form can hold, from before there were bounds: it can be read, as far as a page goes, and discarded. */
export async function LargeDraft({ draft, mayDiscard }: { draft: DraftEntry; mayDiscard: boolean }) {
  const { db } = await database()
  const start = await readDraftStart(db, { id: draft.id, length })
  return (
    <main id="main">
      <header className="desk-head">
        <p className="smallcaps">
          {draft.kind} · {draft.dossier || 'all dossiers'} · <code>{draft.recordId}</code>
        </p>
        <h1>{draft.title}</h1>
        <p className="hint">
          Saved <Moment at={draft.updatedAt} />, version {draft.version}, {sayBytes(draft.bytes)}.
        </p>
      </header>
      <p className="notice wrong">
        This draft is too large for a form and cannot be published: it has more text than a {draft.kind} may have, or a
        list of more than {mostItems} items. Copy what you need into a new draft, and discard this one.
      </p>
      <pre className="file">{start}</pre>
      {start.length >= length ? <p className="hint">The text goes on; this is its beginning.</p> : null}
      {mayDiscard ? <DiscardForm id={draft.id} /> : null}
    </main>
  )
}
