import { deskLocale, deskWords } from '@/app/_server/desk-words'
import type { ReportDraft, RetractedReport } from '@/db/queries/desk/set-aside-report'
import { headingOf, say } from '@/lib/model'
import { EditButton } from '../_components/EditButton'

/** Drafts of reports, which readers do not see yet. */
export async function DraftsFound({
  drafts,
  people,
}: {
  drafts: readonly ReportDraft[]
  people: ReadonlyMap<string, string>
}) {
  if (drafts.length === 0) return null
  const t = await deskWords()
  return (
    <section className="desk-section">
      <h2>{t('reports.drafts', { count: drafts.length })}</h2>
      <ul className="records">
        {drafts.map(({ id, title, recordId, author, state }) => (
          <li key={id}>
            <a href={`/admin/drafts/${id}`}>{title}</a> <code className="hint">{recordId}</code>{' '}
            <span className="hint">
              {people.get(author) ?? author}
              {state === 'draft' ? '' : t('reports.draftState', { state })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Retracted reports are in no list of readers; here they are found again. */
export async function RetractedFound({ retracted }: { retracted: readonly RetractedReport[] }) {
  if (retracted.length === 0) return null
  const [t, locale] = [await deskWords(), await deskLocale()]
  return (
    <section className="desk-section">
      <h2>{t('reports.retracted', { count: retracted.length })}</h2>
      <ul className="records">
        {retracted.map(({ dossier, report }) => {
          const title = say(headingOf(report), locale).text
          return (
            <li key={`${dossier} ${report.id}`}>
              <a href={`/admin/history?${new URLSearchParams({ kind: 'report', dossier, id: report.id })}`}>{title}</a>{' '}
              <span className="hint">{report.retracted?.on}</span>{' '}
              <EditButton kind="report" dossier={dossier} id={report.id} title={title} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
