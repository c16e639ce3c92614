import type { Metadata } from 'next'
import { now } from '@/app/_server/clock'
import { requireRole } from '@/app/_server/session'
import { openSite } from '@/app/_server/site'
import { type Db, database } from '@/db/client'
import { listRemoved } from '@/db/queries/desk/removed-record'
import { listRecords, listSources } from '@/db/queries/record'
import { listUsers } from '@/db/queries/user'
import { deskLanguage } from '@/lib/addresses/names'
import { mayAct } from '@/lib/auth/roles'
import { type Dossier, type RecordKind, say, type Text } from '@/lib/model'
import { DeskForm } from '../_components/DeskForm'
import { EditButton } from '../_components/EditButton'
import { Field } from '../_components/Field'
import { words } from '../_components/options'
import { editListed, startRecord } from '../history/action'
import { Removed } from './Removed'
import { isRemovable } from './remove/removable'

export const metadata: Metadata = { title: 'Rules and records' }

/** Everything but reports: the dossier, its rules, changes and actors, and the publishers; and what was removed. */
export default async function RecordsPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const { user } = await requireRole('author')
  const q = ([(await searchParams).q].flat()[0] ?? '').trim()
  const { db } = await database()
  const [{ dossiers }, sources, removed, users] = await Promise.all([
    openSite(),
    listSources(db),
    listRemoved(db, { at: now() }),
    listUsers(db),
  ])
  const open = await Promise.all(dossiers.map((dossier) => recordsOf(db, dossier)))
  const page = q === '' ? '/admin/records' : `/admin/records?${new URLSearchParams({ q })}`
  const list = { q, mayRemove: (dossier: string) => mayAct(user, 'editor', dossier) }
  return (
    <main id="main">
      <header className="desk-head">
        <h1>Rules and records</h1>
        <form className="inline" method="get" action="/admin/records">
          <label>
            Name or id
            <input name="q" defaultValue={q} />
          </label>
          <button type="submit">Find</button>
        </form>
      </header>
      <DeskForm action={editListed} id="edit" page={page}>
        {null}
      </DeskForm>
      {open.map((one) => (
        <section key={one.dossier.id} className="desk-section">
          <h2>{say(one.dossier.title, deskLanguage).text}</h2>
          {one.lists.map(({ kind, records }) => (
            <List key={kind} kind={kind} dossier={one.dossier.id} records={records} {...list} />
          ))}
          <DeskForm action={startRecord} className="inline" page={`/admin/records?of=${one.dossier.id}`}>
            <input type="hidden" name="dossier" value={one.dossier.id} />
            <Field name="kind" label="New" options={words(['rule', 'change', 'actor'])} empty="Choose…" size="short" />
            <Field name="name" label="Its name" hint="Its id is made of it" />
            <button type="submit">Start a draft</button>
          </DeskForm>
        </section>
      ))}
      <section className="desk-section">
        <h2>Publishers</h2>
        <List kind="source" dossier="" records={sources.map(({ id, name }) => ({ id, said: name }))} {...list} />
        <DeskForm action={startRecord} className="inline" page="/admin/records?of=publishers">
          <input type="hidden" name="dossier" value="" />
          <input type="hidden" name="kind" value="source" />
          <Field name="name" label="New publisher: its name" hint="Its id is made of it" />
          <button type="submit">Start a draft</button>
        </DeskForm>
      </section>
      <Removed removed={removed} people={new Map(users.map(({ id, name }) => [id, name]))} />
    </main>
  )
}

/** The records of a dossier but for its reports, kind by kind. */
async function recordsOf(db: Db, dossier: Dossier) {
  const [rules, changes, actors] = await Promise.all([
    listRecords(db, 'rule', dossier.id),
    listRecords(db, 'change', dossier.id),
    listRecords(db, 'actor', dossier.id),
  ])
  const lists: { kind: RecordKind; records: Named[] }[] = [
    { kind: 'dossier', records: [{ id: dossier.id, said: dossier.title }] },
    { kind: 'rule', records: rules.map(({ id, title }) => ({ id, said: title })) },
    { kind: 'change', records: changes.map(({ id, title }) => ({ id, said: title })) },
    { kind: 'actor', records: actors.map(({ id, name }) => ({ id, said: name })) },
  ]
  return { dossier, lists }
}

interface Named {
  id: string
  said: Text
}

interface ListProps {
  kind: RecordKind
  dossier: string
  records: Named[]
  /** Only what has this in its names or its id. */
  q: string
  mayRemove: (dossier: string) => boolean
}

function List({ kind, dossier, records, q, mayRemove }: ListProps) {
  const found = records.filter(({ id, said }) => isNamed(q, id, said))
  if (q !== '' && found.length === 0) return null
  return (
    <details open={q !== '' || kind === 'change' || kind === 'rule'}>
      <summary>
        {titles[kind]} <span className="hint">{found.length}</span>
      </summary>
      <ul className="records">
        {found.map(({ id, said }) => {
          const title = say(said, deskLanguage).text
          const address = new URLSearchParams({ kind, dossier, id })
          return (
            <li key={id}>
              <a href={`/admin/history?${address}`}>{title}</a> <code className="hint">{id}</code>{' '}
              <EditButton kind={kind} dossier={dossier} id={id} title={title} />{' '}
              {isRemovable(kind) && mayRemove(dossier) ? (
                <a href={`/admin/records/remove?${address}`} aria-label={`Remove ${title}…`}>
                  Remove…
                </a>
              ) : null}
            </li>
          )
        })}
      </ul>
    </details>
  )
}

const titles: Record<RecordKind, string> = {
  dossier: 'Dossier',
  rule: 'Rules',
  change: 'Changes',
  actor: 'Actors',
  source: 'Publishers',
  report: 'Reports',
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

function isNamed(q: string, id: string, said: Text): boolean {
  const names = typeof said === 'string' ? [said] : Object.values(said)
  return [id, ...names].some((name) => name !== undefined && plain(name).includes(plain(q)))
}
