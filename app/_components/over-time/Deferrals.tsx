import { ChangeLink, RuleLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import type { Deferral } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

/** Dates that were put off: what, the date before, the date now, by what. */
export function Deferrals({ reading, deferrals }: { reading: Reading; deferrals: readonly Deferral[] }) {
  const { t, locale } = reading
  const dated = (date: string) => <time dateTime={date}>{formatDate(date, locale)}</time>
  return (
    <table className="plain stack">
      <caption className="unseen-text">{t('deferral.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('deferral.what')}</th>
          <th scope="col">{t('deferral.before')}</th>
          <th scope="col">{t('deferral.now')}</th>
          <th scope="col">{t('deferral.by')}</th>
        </tr>
      </thead>
      <tbody>
        {deferrals.map(({ rule, change, from, to }) => (
          <tr key={`${rule.id} ${change} ${to}`}>
            <th scope="row">
              <RuleLink reading={reading} rule={rule.rule} />
            </th>
            <td className="date" data-column={t('deferral.before')}>
              {dated(from)}
            </td>
            <td className="date" data-column={t('deferral.now')}>
              {dated(to)}
            </td>
            <td data-column={t('deferral.by')}>
              <ChangeLink reading={reading} change={change} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
