import { FieldChanges } from '@/app/_components/differences/FieldChanges'
import { Words } from '@/app/_components/words/Words'
import { type Reader, siteHref, withQuery } from '@/app/_reader/reading'
import type { CorrectionEntry } from '@/db/queries/correction'
import { headingOf, type Report } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'
import { Sourcing } from './ReportLink'

/** Notes on reports that were changed or retracted, with what stood before; `named` tells which report. */
export const Corrections = ({
  reader,
  entries,
  named = false,
}: {
  reader: Reader
  entries: readonly CorrectionEntry[]
  named?: boolean
}) => (
  <ul className="corrections">
    {entries.map((entry) => (
      <li key={`${entry.dossier} ${entry.report.id} ${entry.revision} ${entry.verb} ${entry.note.on}`}>
        <Entry reader={reader} entry={entry} named={named} />
      </li>
    ))}
  </ul>
)

function Entry({ reader, entry, named }: { reader: Reader; entry: CorrectionEntry; named: boolean }) {
  const { locale, t } = reader
  const { dossier, verb, note, report, before, edition } = entry
  const page = siteHref(reader, dossier, 'reports', report.id)
  return (
    <>
      {named && (
        <h2 className="entry-title">
          <a href={page}>
            <Words text={headingOf(report)} locale={locale} />
          </a>
          <Sourcing report={report} t={t} />
        </h2>
      )}
      <p>
        <strong>{t(`correction.${verb}`)}</strong> <time dateTime={note.on}>{formatDate(note.on, locale)}</time>.{' '}
        <Words text={note.note} locale={locale} />
      </p>
      {before && (
        <p className="label">
          <a href={withQuery(page, { edition: String(edition - 1) })}>
            {t('correction.asItStood', { number: edition - 1 })}
          </a>
        </p>
      )}
      {before && verb === 'corrected' && (
        <details className="fold">
          <summary>{t('correction.compare')}</summary>
          <FieldChanges reader={reader} kind="report" before={withoutNotes(before)} after={withoutNotes(report)} />
        </details>
      )}
    </>
  )
}

/** The note itself is not what was changed. */
const withoutNotes = ({ corrections: _, ...report }: Report): Report => report
