import { notFound } from 'next/navigation'
import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { listSources } from '@/db/queries/record'
import { BadCursorError } from '@/db/queries/timeline'
import { listUsers } from '@/db/queries/user'

import { mayActSomewhere } from '@/lib/auth/roles'
import { mostChangedTogether } from '@/lib/forms/change-reports'
import { say } from '@/lib/model'
import { DeskForm } from '../_components/DeskForm'
import { TabTitle } from '../_components/TabTitle'
import { editListed } from '../history/action'
import { askedNames, reportsAddress, type SearchParams } from './asked'
import { Filters } from './Filters'
import { askReports, mostCounted, publicReports, setAsideReports } from './found'
import { ReportTable } from './ReportTable'
import { DraftsFound, RetractedFound } from './SetAside'

const pageSize = 50

/** Every report that the desk has, to find it, edit it, or change several together. */
export default async function ReportsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { user } = await requireRole('author')
  const [t, locale] = [await deskWords(), await deskLocale()]
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
      <TabTitle of={t('reports.title')} />
      <header className="desk-head">
        <h1>{t('reports.title')}</h1>
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
          <h2>{t('reports.public')}</h2>
          <p className="hint">
            {page.count > mostCounted
              ? t('reports.countMore', { count: mostCounted })
              : t('reports.count', { count: page.count })}
            {read.idStart ? t('reports.idStart', { start: read.idStart }) : ''}
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
              publishers={new Map(sources.map(({ id, name }) => [id, say(name, locale).text]))}
              mayChange={mayChange}
            />
          ) : null}
          {mayChange && page.reports.length > 0 ? (
            <p className="buttons">
              <button type="submit">{t('reports.changeTicked')}</button>
              {only && page.count <= mostChangedTogether ? (
                <button type="submit" name="all" value="1" className="quiet">
                  {t('reports.changeAll', { count: page.count })}
                </button>
              ) : null}
            </p>
          ) : null}
          <nav className="pages" aria-label={t('reports.pages')}>
            {page.before ? <a href={reportsAddress(asked, { cursor: page.before })}>{t('reports.before')}</a> : null}
            {page.after ? <a href={reportsAddress(asked, { cursor: page.after })}>{t('reports.after')}</a> : null}
          </nav>
        </form>
      )}
      {isFirst ? <RetractedFound retracted={setAside.retracted} /> : null}
    </main>
  )
}
