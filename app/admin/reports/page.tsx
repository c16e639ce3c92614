import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireRole } from '@/app/_server/session'
import { openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { listSources } from '@/db/queries/record'
import { BadCursorError } from '@/db/queries/timeline'
import { listUsers } from '@/db/queries/user'
import { deskLanguage } from '@/lib/addresses/names'
import { mayActSomewhere } from '@/lib/auth/roles'
import { mostChangedTogether } from '@/lib/forms/change-reports'
import { say } from '@/lib/model'
import { DeskForm } from '../_components/DeskForm'
import { editListed } from '../history/action'
import { askedNames, reportsAddress, type SearchParams } from './asked'
import { Filters } from './Filters'
import { askReports, mostCounted, publicReports, setAsideReports } from './found'
import { ReportTable } from './ReportTable'
import { DraftsFound, RetractedFound } from './SetAside'

export const metadata: Metadata = { title: 'Reports' }

const pageSize = 50

/** Every report that the desk has, to find it, edit it, or change several together. */
export default async function ReportsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { user } = await requireRole('author')
  const parameters = await searchParams
  const { db } = await database()
  const [{ dossiers }, sources, users, read] = await Promise.all([
    openSite(),
    listSources(db),
    listUsers(db),
    askReports(db, parameters),
  ])
  const cursor = [parameters.cursor].flat()[0] || undefined
  const [page, setAside] = await Promise.all([
    publicReports(db, read, { cursor, limit: pageSize }).catch((error: unknown) => {
      if (error instanceof BadCursorError) notFound()
      throw error
    }),
    setAsideReports(db, read),
  ])
  const { asked } = read
  const isFirst = cursor === undefined
  const mayChange = mayActSomewhere(user, 'editor')
  const here = new Set(page.reports.map(({ dossier }) => dossier))
  const isWhole = isFirst && page.after === null
  const only = read.dossier ?? (isWhole && here.size === 1 ? ([...here][0] ?? null) : null)
  return (
    <main id="main">
      <header className="desk-head">
        <h1>Reports</h1>
      </header>
      <Filters {...read} dossiers={dossiers} sources={sources} />
      <DeskForm action={editListed} id="edit" page={reportsAddress(asked)}>
        {null}
      </DeskForm>
      {isFirst ? (
        <DraftsFound drafts={setAside.drafts} people={new Map(users.map(({ id, name }) => [id, name]))} />
      ) : null}
      {read.state === 'drafts' || read.state === 'retracted' ? null : (
        <form method="get" action="/admin/reports/bulk" className="desk-section">
          <h2>Public</h2>
          <p className="hint">
            {sayCount(page.count)}
            {read.idStart ? `, whose ids begin with “${read.idStart}”` : ''}
          </p>
          {askedNames.map((name) =>
            asked[name] === '' || name === 'dossier' ? null : (
              <input key={name} type="hidden" name={name} value={asked[name]} />
            ),
          )}
          {only ? <input type="hidden" name="dossier" value={only} /> : null}
          {page.reports.length > 0 ? (
            <ReportTable
              reports={page.reports}
              publishers={new Map(sources.map(({ id, name }) => [id, say(name, deskLanguage).text]))}
              mayChange={mayChange}
            />
          ) : null}
          {mayChange && page.reports.length > 0 ? (
            <p className="buttons">
              <button type="submit">Change what is ticked…</button>
              {only && page.count <= mostChangedTogether ? (
                <button type="submit" name="all" value="1" className="quiet">
                  Change all {page.count} found…
                </button>
              ) : null}
            </p>
          ) : null}
          <nav className="pages" aria-label="Pages">
            {page.before ? <a href={reportsAddress(asked, { cursor: page.before })}>Before</a> : null}
            {page.after ? <a href={reportsAddress(asked, { cursor: page.after })}>After</a> : null}
          </nav>
        </form>
      )}
      {isFirst ? <RetractedFound retracted={setAside.retracted} /> : null}
    </main>
  )
}

const sayCount = (count: number): string =>
  count > mostCounted ? `More than ${mostCounted} reports` : count === 1 ? 'One report' : `${count} reports`
