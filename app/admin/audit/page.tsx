import type { Metadata } from 'next'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { type AuditEntry, listAudit, listAuditActions } from '@/db/queries/audit'
import { listUsers } from '@/db/queries/user'
import { Field } from '../_components/Field'
import { Moment } from '../_components/Moment'
import { readAuditFilter } from './filter'

export const metadata: Metadata = { title: 'Audit log' }

const pageSize = 100
/** Characters of a detail that are shown; the export has all of it. */
const mostDetail = 300

type Asked = Promise<Record<string, string | string[] | undefined>>

/** Who did what, newest first: filtered by person, deed, subject and days, and to be had as a file. */
export default async function AuditPage({ searchParams }: { searchParams: Asked }) {
  await requireRole('admin', '')
  const parameters = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  const { asked, filter, wrong } = readAuditFilter(parameters)
  const { db } = await database()
  const [at, id] = (parameters.get('before') ?? '').split(' ')
  const [entries, users, actions] = await Promise.all([
    listAudit(db, { ...filter, limit: pageSize, ...(at && id ? { before: { at, id } } : {}) }),
    listUsers(db),
    listAuditActions(db),
  ])
  const people = new Map(users.map((one) => [one.id, one.name]))
  const last = entries.at(-1)
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  const isDayWrong = (name: 'since' | 'until') =>
    wrong.includes(name) ? { errors: ['is no day: write 2026-11-29'] } : {}
  return (
    <main id="main">
      <header className="desk-head">
        <h1>Audit log</h1>
        <p className="hint">Nothing in it can be changed or taken out. Days are in UTC.</p>
      </header>
      <form method="get" action="/admin/audit">
        <div className="grid">
          <Field
            name="by"
            label="Who"
            value={asked.by}
            options={users.map(({ id: user, name }) => ({ value: user, label: name }))}
            empty="Anybody"
          />
          <Field
            name="action"
            label="What"
            value={asked.action}
            options={actions.map((action) => ({ value: action, label: action }))}
            empty="Anything"
          />
          <Field name="since" label="From day" value={asked.since} {...isDayWrong('since')} />
          <Field name="until" label="To day" value={asked.until} {...isDayWrong('until')} />
          <Field name="subject" label="On what" hint="An id: of a person, a draft; “edition 7”" value={asked.subject} />
        </div>
        <p className="buttons">
          <button type="submit">Show</button>
          <a href={`/admin/audit/export?${query}`}>Export as CSV</a>
        </p>
      </form>
      {entries.length === 0 ? <p className="hint">Nothing was done that matches.</p> : null}
      <table className="plain stack">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">On what</th>
            <th scope="col">Detail</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row key={entry.id} entry={entry} people={people} />
          ))}
        </tbody>
      </table>
      {last && entries.length === pageSize ? (
        <p>
          <a href={`/admin/audit?${new URLSearchParams([...query, ['before', `${last.at} ${last.id}`]])}`}>Earlier</a>
        </p>
      ) : null}
    </main>
  )
}

function Row({
  entry: { at, by, action, subject, detail },
  people,
}: {
  entry: AuditEntry
  people: Map<string, string>
}) {
  const whole = detail === null ? '' : JSON.stringify(detail)
  return (
    <tr>
      <td data-column="When">
        <Moment at={at} />
      </td>
      <td data-column="Who">{people.get(by) ?? (by || 'nobody')}</td>
      <td data-column="What">{action}</td>
      <td data-column="On what">
        <a href={`/admin/audit?${new URLSearchParams({ subject })}`}>{people.get(subject) ?? subject}</a>
      </td>
      <td data-column="Detail">
        <code>{whole.length > mostDetail ? `${whole.slice(0, mostDetail)}…` : whole}</code>
      </td>
    </tr>
  )
}
