import { ReportLink } from '@/app/_components/reports/ReportLink'
import { StageMark } from '@/app/_components/words/Ladder'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import { isDay, publishedDate } from '@/lib/model'
import type { Unheard } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

/** Pending changes without news: how far each had come, who reported last, and how long ago that is. */
export function UnheardTable({ reading, changes }: { reading: Reading; changes: readonly Unheard[] }) {
  const { locale, t, dossier } = reading
  return (
    <table className="plain stack">
      <caption className="unseen-text">{t('silences.unheard')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('silences.change')}</th>
          <th scope="col">{t('silences.stage')}</th>
          <th scope="col">{t('silences.last')}</th>
          <th scope="col">{t('silences.silent')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ change, life, report, days }) => {
          const date = publishedDate(report.published, dossier.timeZone)
          return (
            <tr key={change.id}>
              <th scope="row">
                <ChangeLink reading={reading} change={change.change} />
              </th>
              <td data-column={t('silences.stage')}>
                <StageMark stage={life.stage} reading={reading} />
              </td>
              <td data-column={t('silences.last')}>
                <span>
                  <time dateTime={date}>{formatDate(date, locale)}</time>
                  {' · '}
                  <ReportLink reading={reading} report={report} />
                </span>
              </td>
              <td data-column={t('silences.silent')}>
                {t('silences.days', { exact: isDay(date) ? 'yes' : 'no', days })}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
