import type { ListedReport } from '@/db/queries/desk/report-list'
import { deskLanguage } from '@/lib/addresses/names'
import { headingOf, say } from '@/lib/model'
import { EditButton } from '../_components/EditButton'

interface Props {
  reports: readonly ListedReport[]
  /** By the id of a publisher. */
  publishers: ReadonlyMap<string, string>
  mayChange: boolean
}

/** Public reports, each with the way to edit it; ticked ones are changed together. */
export function ReportTable({ reports, publishers, mayChange }: Props) {
  return (
    <table className="plain stack reports">
      <thead>
        <tr>
          {mayChange ? (
            <th scope="col">
              <span className="unseen-text">Tick</span>
            </th>
          ) : null}
          <th scope="col">Day</th>
          <th scope="col">Headline</th>
          <th scope="col">Publisher</th>
          <th scope="col">Effects</th>
          <th scope="col">Edition</th>
          <th scope="col">
            <span className="unseen-text">Do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {reports.map(({ dossier, report, edition, discredited }) => {
          const heading = say(headingOf(report), deskLanguage).text
          return (
            <tr key={`${dossier} ${report.id}`}>
              {mayChange ? (
                <td>
                  <input
                    type="checkbox"
                    name="report"
                    value={`${dossier}/${report.id}`}
                    aria-label={`Tick ${heading}`}
                  />
                </td>
              ) : null}
              <td className="date" data-column="Day">
                {report.published.slice(0, 10)}
              </td>
              <td>
                <a href={`/${deskLanguage}/${dossier}/reports/${report.id}`}>{heading}</a>{' '}
                {discredited ? <span className="hint">discredited</span> : null}
              </td>
              <td data-column="Publisher">{publishers.get(report.source) ?? report.source}</td>
              <td data-column="Effects">{report.effects.length}</td>
              <td data-column="Edition">{edition}</td>
              <td className="do">
                <EditButton kind="report" dossier={dossier} id={report.id} title={heading} />{' '}
                <a href={`/admin/history?${new URLSearchParams({ kind: 'report', dossier, id: report.id })}`}>
                  History
                </a>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
