import { FieldChanges } from '@/app/_components/differences/FieldChanges'
import { deskLanguage } from '@/lib/addresses/names'
import { changeReport, type ReportsChange } from '@/lib/forms/change-reports'
import { headingOf, isSameRecord, type Report, say } from '@/lib/model'
import { translator } from '@/lib/words/messages'
import { DeskForm } from '../../_components/DeskForm'
import { Hidden } from '../../_components/Field'
import { changeTogether } from './action'

const reader = { t: translator(deskLanguage), locale: deskLanguage } as const
const mostFields = 40

interface Props {
  dossier: string
  reports: readonly Report[]
  change: ReportsChange
  today: string
  page: string
}

/** What becomes of each report, field by field, and the way to the drafts. */
export function Preview({ dossier, reports, change, today, page }: Props) {
  const changed = reports
    .map((report) => ({ report, after: changeReport(report, change, today) }))
    .filter(({ report, after }) => !isSameRecord(report, after))
  const same = reports.length - changed.length
  return (
    <section className="desk-section" id="preview" aria-label="Preview">
      <h2>{changed.length === 1 ? 'One report changes' : `${changed.length} reports change`}</h2>
      {same > 0 ? (
        <p className="hint">
          {same === 1 ? 'One says so already and is' : `${same} say so already and are`} left as{' '}
          {same === 1 ? 'it is' : 'they are'}.
        </p>
      ) : null}
      {changed.length > 0 ? (
        <DeskForm action={changeTogether} page={page}>
          <Hidden name="dossier" value={dossier} />
          <Hidden name="reports" value={changed.map(({ report }) => report.id).join('.')} />
          {Object.entries(change).map(([name, value]) => (
            <Hidden key={name} name={name} value={value ?? ''} />
          ))}
          <p className="buttons">
            <button type="submit">Make the drafts</button>
          </p>
          <p className="hint">
            One draft each. Nothing is public before you have seen them together and published them, as one edition that
            can be undone.
          </p>
        </DeskForm>
      ) : null}
      {changed.map(({ report, after }) => (
        <article key={report.id} className="record-changes">
          <h3>{say(headingOf(report), deskLanguage).text}</h3>
          <FieldChanges reader={reader} kind="report" before={report} after={after} most={mostFields} />
        </article>
      ))}
    </section>
  )
}
