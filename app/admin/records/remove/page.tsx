import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { recordKey } from '@/db/key'
import { findRecord } from '@/db/queries/record'
import { fieldName, isId, titleOf } from '@/lib/model'
import { DeskForm } from '../../_components/DeskForm'
import { fieldLabel } from '../../_components/field-label'
import { removeRecord } from './action'
import { type Referring, referringTo } from './referring'
import { isRemovable } from './removable'

export const metadata: Metadata = { title: 'Remove a record' }

const mostPlaces = 100

type Asked = Promise<{ kind?: string; dossier?: string; id?: string }>

/** Says what refers to a record before a draft is made that removes it. */
export default async function RemovePage({ searchParams }: { searchParams: Asked }) {
  await requireRole('editor')
  const { kind = '', dossier = '', id = '' } = await searchParams
  if (!isRemovable(kind) || !isId(id) || (kind !== 'source' && !isId(dossier))) notFound()
  const key = recordKey(kind, dossier, id)
  await requireRole('editor', key.dossier)
  const { db } = await database()
  const published = (await findRecord(db, key)) ?? notFound()
  const referring = await referringTo(db, key)
  return (
    <main id="main">
      <header className="desk-head">
        <p className="smallcaps">
          {kind} · {dossier || 'all dossiers'} · <code>{id}</code>
        </p>
        <h1>Remove: {titleOf(published.record) || id}</h1>
      </header>
      <RefersToIt referring={referring} />
      <p>
        A draft is made that removes it. Its page then says that it was removed; its history and earlier editions keep
        it, and for 30 days the list of records offers to bring it back.
      </p>
      <DeskForm action={removeRecord} page={`/admin/records/remove?${new URLSearchParams({ kind, dossier, id })}`}>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="dossier" value={key.dossier} />
        <input type="hidden" name="id" value={id} />
        <p className="buttons">
          <button type="submit">Make the draft that removes it</button>
          <a href="/admin/records">Back to the records</a>
        </p>
      </DeskForm>
    </main>
  )
}

function RefersToIt({ referring }: { referring: Referring[] }) {
  const all = referring.flatMap(({ dossier, problems }) => problems.map((problem) => ({ dossier, ...problem })))
  if (all.length === 0) return <p>Nothing refers to it.</p>
  return (
    <section className="notice wrong">
      <p>
        {all.length === 1 ? 'One place refers' : `${all.length} places refer`} to it. Change them in drafts that are
        published together with the removal: until then it cannot be published.
      </p>
      <ul>
        {all.slice(0, mostPlaces).map(({ dossier, kind, id, path }) => (
          <li key={`${dossier} ${kind} ${id} ${path.join('.')}`}>
            <a href={`/admin/history?${new URLSearchParams({ kind, dossier, id })}`}>{id}</a> ({kind},{' '}
            {fieldLabel(fieldName(path))})
          </li>
        ))}
        {all.length > mostPlaces ? <li>and {all.length - mostPlaces} more</li> : null}
      </ul>
    </section>
  )
}
