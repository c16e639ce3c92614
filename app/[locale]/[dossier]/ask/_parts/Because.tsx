import { Unverified } from '@/app/_components/reports/ReportLink'
import { Disposition } from '@/app/_components/words/Disposition'
import { ChangeLink, RuleLink } from '@/app/_components/words/RecordLink'
import { Saying } from '@/app/_components/words/Saying'
import { Words } from '@/app/_components/words/Words'
import type { Reading } from '@/app/_reader/reading'
import { dayAsTold, type Moment, statusOf, type Verdict } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

/** The rule that decides and those that give way to it, with the reason. */
export function Because({ reading, verdict, moment }: { reading: Reading; verdict: Verdict; moment: Moment }) {
  const { locale, t, records, compiled } = reading
  const ruleOf = (id: string) => records.rules.find((rule) => rule.id === id)
  const titleOf = (id: string) => ruleOf(id)?.title ?? id
  const rows = [
    ...(verdict.rule ? [{ rule: verdict.rule, by: null, reason: null }] : []),
    ...verdict.overridden.map(({ rule, by, reason }) => ({ rule, by, reason })),
  ]
  return (
    <table className="plain stack">
      <caption className="unseen-text">{t('ask.because')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ask.ruleColumn')}</th>
          <th scope="col">{t('ask.saysColumn')}</th>
          <th scope="col">{t('ask.sinceColumn')}</th>
          <th scope="col">{t('ask.byColumn')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ rule, by, reason }) => {
          const status = statusOf(moment, rule)
          const since = status && dayAsTold(compiled, status.since, { rule, change: status.change }, moment.known)
          const change = records.changes.find(({ id }) => id === status?.change)
          const note = ruleOf(rule)?.note
          return (
            <tr key={rule}>
              <th scope="row">
                <span>
                  <RuleLink reading={reading} rule={rule} />{' '}
                  <span className="label">
                    {reason && by
                      ? t.rich(`ask.reason.${reason}`, { by: () => <Words text={titleOf(by)} locale={locale} /> })
                      : t('ask.decides')}
                  </span>
                  {note && (
                    <span className="label note">
                      <Words text={note} locale={locale} />
                    </span>
                  )}
                </span>
              </th>
              <td data-column={t('ask.saysColumn')}>
                {status && (
                  <span>
                    <Disposition value={status.disposition} reading={reading} />
                    {status.says && <Saying says={status.says} locale={locale} />}
                  </span>
                )}
              </td>
              <td className="date" data-column={t('ask.sinceColumn')}>
                {since && <time dateTime={since}>{formatDate(since, locale)}</time>}
              </td>
              <td data-column={t('ask.byColumn')}>
                {change && (
                  <span>
                    <ChangeLink reading={reading} change={change} />
                    <Unverified reading={reading} moment={moment} change={change.id} />
                  </span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
