import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { stringify } from 'yaml'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { recordKey } from '@/db/key'
import { draftsOfRecord } from '@/db/queries/draft'
import { findRecord } from '@/db/queries/record'
import { findRevision, listRevisionEntries, type Revision, type RevisionEntry } from '@/db/queries/revision'
import { listUsers } from '@/db/queries/user'
import { mayAct } from '@/lib/auth/roles'
import { recordFields, writeReport } from '@/lib/content'
import { type AnyRecord, type RecordKind, type Report, recordKinds, titleOf } from '@/lib/model'
import { DeskForm } from '../_components/DeskForm'
import { Moment } from '../_components/Moment'
import { editRecord } from './action'

export const metadata: Metadata = { title: 'History' }

type Asked = Promise<{ kind?: string; dossier?: string; id?: string; revision?: string }>

const isKind = (text: string): text is RecordKind => (recordKinds as readonly string[]).includes(text)

/** Every published state of one record: when, by whom, why, and its text; and the way to a draft of it. */
export default async function HistoryPage({ searchParams }: { searchParams: Asked }) {
  const { user } = await requireRole('author')
  const { kind = '', dossier = '', id = '', revision: asked = '' } = await searchParams
  if (!isKind(kind)) notFound()
  const key = recordKey(kind, dossier, id)
  const { db } = await database()
  const [revisions, drafts, users, published] = await Promise.all([
    listRevisionEntries(db, key),
    draftsOfRecord(db, key),
    listUsers(db),
    kind === 'report' ? findRecord(db, recordKey('report', dossier, id)) : null,
  ])
  const [newest] = revisions
  if (!newest) notFound()
  const names = new Map(users.map((one) => [one.id, one.name]))
  const shown = await findRevision(db, key, asked === '' ? newest.number : Number(asked))
  const last = newest.removed ? await findRevision(db, key, newest.number - 1) : shown
  const mine = drafts.find((draft) => draft.author === user.id)
  return (
    <main id="main">
      <header className="desk-head">
        <p className="smallcaps">
          {kind} · {dossier || 'all dossiers'} · <code>{id}</code>
        </p>
        <h1>{titleOf(last?.data) || id}</h1>
      </header>
      {drafts.map((draft) => (
        <p key={draft.id} className="notice">
          {names.get(draft.author) ?? draft.author} has a <a href={`/admin/drafts/${draft.id}`}>draft</a> of it, saved{' '}
          <Moment at={draft.updatedAt} />.
        </p>
      ))}
      {mine ? null : (
        <DeskForm
          action={editRecord}
          page={`/admin/history?${new URLSearchParams({ kind, dossier: key.dossier, id })}`}
        >
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="dossier" value={key.dossier} />
          <input type="hidden" name="id" value={id} />
          <button type="submit">Edit in a draft</button>
        </DeskForm>
      )}
      {kind === 'report' && published && mayAct(user, 'editor', key.dossier) ? (
        <CorrectionLinks dossier={key.dossier} report={published.record} />
      ) : null}
      <section className="desk-section">
        <h2>Revisions</h2>
        <ol className="revisions" reversed>
          {revisions.map((revision) => (
            <RevisionItem
              key={revision.number}
              entry={revision}
              shown={shown?.number === revision.number ? shown : null}
              page={`/admin/history?${new URLSearchParams({ kind, dossier: key.dossier, id })}`}
              by={names.get(revision.by) ?? revision.by}
            />
          ))}
        </ol>
      </section>
    </main>
  )
}

function CorrectionLinks({ dossier, report: { id, retracted } }: { dossier: string; report: Report }) {
  const link = (verb: string) => `/admin/reports/correct?${new URLSearchParams({ dossier, id, verb })}`
  if (retracted)
    return (
      <p>
        This report is retracted. <a href={link('reinstate')}>Let it count again</a>
      </p>
    )
  return (
    <p>
      <a href={link('correct')}>Correct it with a public note</a> · <a href={link('retract')}>Retract it</a>
    </p>
  )
}

interface RevisionItemProps {
  entry: RevisionEntry
  /** The revision with its text, where that is the one that is shown. */
  shown: Revision | null
  page: string
  by: string
}

function RevisionItem({ entry, shown, page, by }: RevisionItemProps) {
  const { number, edition, at, reason } = entry
  return (
    <li id={`revision-${number}`}>
      Revision {number}, edition {edition}, <Moment at={at} />, {by}: {reason}{' '}
      {shown ? (
        <pre className="file">{shown.data === null ? 'Removed.' : textOf(shown)}</pre>
      ) : (
        <a href={`${page}&revision=${number}#revision-${number}`}>Show its text</a>
      )}
    </li>
  )
}

const textOf = ({ kind, data }: Revision): string =>
  kind === 'report'
    ? writeReport(data as Report)
        .map(([name, text], at) => (at === 0 ? text : `${name}\n${text}`))
        .join('\n')
    : stringify(recordFields(kind, data as AnyRecord), { lineWidth: 0 })
