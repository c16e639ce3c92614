import type { Metadata } from 'next'
import { requireRole } from '@/app/_server/session'
import { findDossier, openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { timelineCount, timelinePage } from '@/db/queries/timeline'
import { deskLanguage } from '@/lib/addresses/names'
import { say } from '@/lib/model'

export const metadata: Metadata = { title: 'Reports' }

const pageSize = 50

interface Asked {
  dossier?: string
  words?: string
  cursor?: string
}

/** Published reports, newest first, to find one and edit it. */
export default async function ReportsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  await requireRole('author')
  const { dossier, words, cursor } = await searchParams
  const { db } = await database()
  const { dossiers } = await openSite()
  const asked = { dossier: dossier || null, filter: { discredited: 'with' as const, ...(words ? { words } : {}) } }
  const [count, page] = await Promise.all([
    timelineCount(db, asked),
    timelinePage(db, { ...asked, cursor, limit: pageSize }),
  ])
  const link = (to: string) =>
    `/admin/reports?${new URLSearchParams({ dossier: dossier ?? '', words: words ?? '', cursor: to })}`
  return (
    <main id="main">
      <header className="desk-head">
        <h1>Reports</h1>
        <form className="inline" method="get">
          <label>
            Dossier
            <select name="dossier" defaultValue={dossier ?? ''}>
              <option value="">All</option>
              {dossiers.map(({ id, title }) => (
                <option key={id} value={id}>
                  {say(title, deskLanguage).text}
                </option>
              ))}
            </select>
          </label>
          <label>
            Words
            <input name="words" defaultValue={words ?? ''} />
          </label>
          <button type="submit">Find</button>
        </form>
      </header>
      <p className="hint">{count === 1 ? 'One report' : `${count} reports`}</p>
      <table className="plain stack">
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Headline</th>
            <th scope="col">Publisher</th>
            <th scope="col">Effects</th>
            <th scope="col">
              <span className="unseen-text">Do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {page.reports.map(({ dossier: of, report }) => (
            <tr key={`${of} ${report.id}`}>
              <td className="date" data-column="Day">
                {report.published.slice(0, 10)}
              </td>
              <td>
                <a href={`/${deskLanguage}/${of}/reports/${report.id}`}>{say(report.headline, deskLanguage).text}</a>
              </td>
              <td data-column="Publisher">{report.source}</td>
              <td data-column="Effects">{report.effects.length}</td>
              <td>
                <a href={`/admin/history?kind=report&dossier=${of}&id=${report.id}`}>History and edit</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <nav className="pages" aria-label="Pages">
        {page.newer ? <a href={link(page.newer)}>Newer</a> : null}
        {page.older ? <a href={link(page.older)}>Older</a> : null}
      </nav>
      <Retracted dossiers={dossiers.map(({ id }) => id)} />
    </main>
  )
}

/** Retracted reports are in no list of readers; here they are found again. */
async function Retracted({ dossiers }: { dossiers: string[] }) {
  const opened = await Promise.all(dossiers.map((id) => findDossier(id)))
  const found = opened.flatMap((open) =>
    open
      ? open.compiled.records.reports
          .filter(({ retracted }) => retracted)
          .map((report) => ({ of: open.dossier.id, report }))
      : [],
  )
  if (found.length === 0) return null
  return (
    <section className="desk-section">
      <h2>Retracted</h2>
      <ul>
        {found.map(({ of, report }) => (
          <li key={`${of} ${report.id}`}>
            <a href={`/admin/history?kind=report&dossier=${of}&id=${report.id}`}>
              {say(report.headline, deskLanguage).text}
            </a>{' '}
            <span className="hint">{report.retracted?.on}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
