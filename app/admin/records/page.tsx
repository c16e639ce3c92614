import type { Metadata } from 'next'
import { requireRole } from '@/app/_server/session'
import { findDossier, openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { listSources } from '@/db/queries/record'
import { deskLanguage } from '@/lib/addresses/names'
import { type RecordKind, say, type Text } from '@/lib/model'
import { DeskForm } from '../_components/DeskForm'
import { Field } from '../_components/Field'
import { words } from '../_components/options'
import { startRecord } from '../history/action'

export const metadata: Metadata = { title: 'Rules and records' }

/** Everything but reports: the dossier, its rules, changes and actors, and the publishers. */
export default async function RecordsPage() {
  await requireRole('author')
  const { db } = await database()
  const { dossiers } = await openSite()
  const open = await Promise.all(dossiers.map(({ id }) => findDossier(id)))
  const sources = await listSources(db)
  return (
    <main id="main">
      <header className="desk-head">
        <h1>Rules and records</h1>
        <p className="hint">Each record leads to its history, and from there to a draft of it.</p>
      </header>
      {open.map((one) =>
        one ? (
          <section key={one.dossier.id} className="desk-section">
            <h2>{say(one.dossier.title, deskLanguage).text}</h2>
            <List kind="dossier" dossier={one.dossier.id} records={[{ id: one.dossier.id, said: one.dossier.title }]} />
            <List
              kind="rule"
              dossier={one.dossier.id}
              records={one.records.rules.map(({ id, title }) => ({ id, said: title }))}
            />
            <List
              kind="change"
              dossier={one.dossier.id}
              records={one.records.changes.map(({ id, title }) => ({ id, said: title }))}
            />
            <List
              kind="actor"
              dossier={one.dossier.id}
              records={one.records.actors.map(({ id, name }) => ({ id, said: name }))}
            />
            <DeskForm action={startRecord} className="inline" page={`/admin/records?of=${one.dossier.id}`}>
              <input type="hidden" name="dossier" value={one.dossier.id} />
              <Field
                name="kind"
                label="New"
                options={words(['rule', 'change', 'actor'])}
                empty="Choose…"
                size="short"
              />
              <Field name="id" label="Id" hint="lower-case letters, digits, hyphens; for good" />
              <button type="submit">Start a draft</button>
            </DeskForm>
          </section>
        ) : null,
      )}
      <section className="desk-section">
        <h2>Publishers</h2>
        <List kind="source" dossier="" records={sources.map(({ id, name }) => ({ id, said: name }))} />
        <DeskForm action={startRecord} className="inline" page="/admin/records?of=publishers">
          <input type="hidden" name="dossier" value="" />
          <input type="hidden" name="kind" value="source" />
          <Field name="id" label="New publisher: id" hint="lower-case letters, digits, hyphens; for good" />
          <button type="submit">Start a draft</button>
        </DeskForm>
      </section>
    </main>
  )
}

interface ListProps {
  kind: RecordKind
  dossier: string
  records: { id: string; said: Text }[]
}

function List({ kind, dossier, records }: ListProps) {
  const title = {
    dossier: 'Dossier',
    rule: 'Rules',
    change: 'Changes',
    actor: 'Actors',
    source: 'Publishers',
    report: 'Reports',
  }[kind]
  return (
    <details open={kind === 'change' || kind === 'rule'}>
      <summary>
        {title} <span className="hint">{records.length}</span>
      </summary>
      <ul className="records">
        {records.map(({ id, said }) => (
          <li key={id}>
            <a href={`/admin/history?${new URLSearchParams({ kind, dossier, id })}`}>{say(said, deskLanguage).text}</a>{' '}
            <code className="hint">{id}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}
