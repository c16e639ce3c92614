import { deskLocale, deskWords } from '@/app/_server/desk-words'
import type { ListedReport } from '@/db/queries/desk/report-list'
import { headingOf, say } from '@/lib/model'
import { EditButton } from '../_components/EditButton'
import { TableHead } from '../_components/TableHead'

interface Props {
  reports: readonly ListedReport[]
  /** By the id of a publisher. */
  publishers: ReadonlyMap<string, string>
  mayChange: boolean
}

/** Public reports, each with the way to edit it; ticked ones are changed together. */
export async function ReportTable({ reports, publishers, mayChange }: Props) {
  const [t, locale] = [await deskWords(), await deskLocale()]
  return (
    <table className="plain stack reports">
      <TableHead
        columns={[
          ...(mayChange ? [{ unseen: t('reports.tick') }] : []),
          t('reports.day'),
          t('reports.headline'),
          t('form.publisher'),
          t('reports.effects'),
          t('reports.edition'),
          { unseen: t('reports.do') },
        ]}
      />
      <tbody>
        {reports.map(({ dossier, report, edition, discredited }) => {
          const heading = say(headingOf(report), locale).text
          return (
            <tr key={`${dossier} ${report.id}`}>
              {mayChange ? (
                <td>
                  <input
                    type="checkbox"
                    name="report"
                    value={`${dossier}/${report.id}`}
                    aria-label={t('reports.tickOne', { title: heading })}
                  />
                </td>
              ) : null}
              <td className="date" data-column={t('reports.day')}>
                {report.published.slice(0, 10)}
              </td>
              <td>
                <a href={`/${locale}/${dossier}/reports/${report.id}`}>{heading}</a>{' '}
                {discredited ? <span className="hint">{t('reports.discredited')}</span> : null}
              </td>
              <td data-column={t('form.publisher')}>{publishers.get(report.source) ?? report.source}</td>
              <td data-column={t('reports.effects')}>{report.effects.length}</td>
              <td data-column={t('reports.edition')}>{edition}</td>
              <td className="do">
                <EditButton kind="report" dossier={dossier} id={report.id} title={heading} />{' '}
                <a href={`/admin/history?${new URLSearchParams({ kind: 'report', dossier, id: report.id })}`}>
                  {t('reports.history')}
                </a>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
