import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { stringify } from 'yaml'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { recordKey } from '@/db/key'
import { draftsOfRecord } from '@/db/queries/draft'
import { listRevisions, type Revision } from '@/db/queries/revision'
import { listUsers } from '@/db/queries/user'
import { mayAct } from '@/lib/auth/roles'
import { recordFields, writeReport } from '@/lib/content'
import { type AnyRecord, type RecordKind, type Report, recordKinds, titleOf } from '@/lib/model'
import { DeskForm } from '../_components/DeskForm'
import { Moment } from '../_components/Moment'
import { editRecord } from './action'

export const metadata: Metadata = { title: 'History' }

type Asked = Promise<{ kind?: string; dossier?: string; id?: string }>

const isKind = (text: string): text is RecordKind => (recordKinds as readonly string[]).includes(text)

/** Every published state of one record: when, by whom, why, and its text; and the way to a draft of it. */
export default async function HistoryPage({ searchParams }: { searchParams: Asked }) {
  const { user } = await requireRole('author')
  const { kind = '', dossier = '', id = '' } = await searchParams
  if (!isKind(kind)) notFound()
  const key = recordKey(kind, dossier, id)
  const { db } = await database()
  const [revisions, drafts, users] = await Promise.all([listRevisions(db, key), draftsOfRecord(db, key), listUsers(db)])
  const [newest] = revisions
  if (!newest) notFound()
  const names = new Map(users.map((one) => [one.id, one.name]))
  const mine = drafts.find((draft) => draft.author === user.id)
  return (
    <main id="main">
      <header className="desk-head">
        <p className="smallcaps">
          {kind} · {dossier || 'all dossiers'} · <code>{id}</code>
        </p>
        <h1>{titleOf(newest.data ?? revisions[1]?.data) || id}</h1>
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
      {kind === 'report' && newest.data !== null && mayAct(user.role, 'editor') ? (
        <CorrectionLinks dossier={key.dossier} report={newest.data as Report} />
      ) : null}
      <section className="desk-section">
        <h2>Revisions</h2>
        <ol className="revisions" reversed>
          {revisions.map((revision, at) => (
            <RevisionItem
              key={revision.number}
              revision={revision}
              by={names.get(revision.by) ?? revision.by}
              open={at === 0}
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

function RevisionItem({ revision, by, open }: { revision: Revision; by: string; open: boolean }) {
  return (
    <li>
      <details open={open}>
        <summary>
          Revision {revision.number}, edition {revision.edition}, <Moment at={revision.at} />, {by}: {revision.reason}
        </summary>
        <pre className="file">{revision.data === null ? 'Removed.' : textOf(revision)}</pre>
      </details>
    </li>
  )
}

const textOf = ({ kind, data }: Revision): string =>
  kind === 'report' ? writeReport(data as Report) : stringify(recordFields(kind, data as AnyRecord), { lineWidth: 0 })
