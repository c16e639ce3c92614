import { FieldChanges } from '@/app/_components/differences/FieldChanges'
import { deskReading, deskWords } from '@/app/_server/desk-words'
import { changeReport, type ReportsChange } from '@/lib/forms/change-reports'
import { headingOf, isSameRecord, type Report, say } from '@/lib/model'

import { DeskForm } from '../../_components/DeskForm'
import { Hidden } from '../../_components/Field'
import { changeTogether } from './action'

const mostFields = 40

interface Props {
  dossier: string
  reports: readonly Report[]
  change: ReportsChange
  today: string
  page: string
}

/** What becomes of each report, field by field, and the way to the drafts. */
export async function Preview({ dossier, reports, change, today, page }: Props) {
  const [t, reader] = [await deskWords(), await deskReading()]
  const changed = reports
    .map((report) => ({ report, after: changeReport(report, change, today) }))
    .filter(({ report, after }) => !isSameRecord(report, after))
  const same = reports.length - changed.length
  return (
    <section className="desk-section" id="preview" aria-label={t('bulk.preview')}>
      <h2>{t('bulk.changes', { count: changed.length })}</h2>
      {same > 0 ? <p className="hint">{t('bulk.same', { count: same })}</p> : null}
      {changed.length > 0 ? (
        <DeskForm action={changeTogether} page={page}>
          <Hidden name="dossier" value={dossier} />
          <Hidden name="reports" value={changed.map(({ report }) => report.id).join('.')} />
          {Object.entries(change).map(([name, value]) => (
            <Hidden key={name} name={name} value={value ?? ''} />
          ))}
          <p className="buttons">
            <button type="submit">{t('bulk.make')}</button>
          </p>
          <p className="hint">{t('bulk.makeHint')}</p>
        </DeskForm>
      ) : null}
      {changed.map(({ report, after }) => (
        <article key={report.id} className="record-changes">
          <h3>{say(headingOf(report), reader.locale).text}</h3>
          <FieldChanges reader={reader} kind="report" before={report} after={after} most={mostFields} />
        </article>
      ))}
    </section>
  )
}
