import { unknownSince } from '@/app/_components/over-time/expected-days'
import { Head } from '@/app/_components/page/Head'
import { ListFiles } from '@/app/_components/page/ListFiles'
import { Disposition } from '@/app/_components/words/Disposition'
import { StageMark } from '@/app/_components/words/Ladder'
import { ChangeLink, RuleLink } from '@/app/_components/words/RecordLink'
import { Words } from '@/app/_components/words/Words'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { describeOfDossier } from '@/app/[locale]/_frame/listed'
import { pages } from '@/lib/addresses/pages'
import { dayAsTold, doubtOfRule, findRule, momentAt, pendingOn, ruleHistory, statusOf } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

export const generateMetadata = dossierMetadata(pages.rules, (reading) => describeOfDossier(reading, 'rules'))

export default dossierPage(pages.rules, async (reading) => {
  const { locale, t, dossier, records, compiled, today } = reading
  const moment = momentAt(compiled, { on: today })
  const speaks = (id: string) => statusOf(moment, id) !== null
  const rules = [...records.rules].sort((a, b) => Number(speaks(b.id)) - Number(speaks(a.id)))
  return (
    <>
      <Head kicker={<Words text={dossier.title} locale={locale} />} title={t('rule.title')} small>
        <p className="standfirst">{t('rule.intro')}</p>
        <ListFiles reader={reading} dossier={dossier.id} table="rules" />
      </Head>
      <table className="plain stack">
        <caption className="unseen-text">{t('rule.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ask.ruleColumn')}</th>
            <th scope="col">{t('ask.saysColumn')}</th>
            <th scope="col">{t('ask.sinceColumn')}</th>
            <th scope="col">{t('ask.byColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => {
            const status = statusOf(moment, rule.id)
            const since = status && dayAsTold(compiled, status.since, { rule: rule.id, change: status.change })
            const found = findRule(compiled, rule.id)
            const doubt = found ? doubtOfRule(moment, found) : null
            const by = doubt?.overdue.change.id ?? status?.change
            const change = records.changes.find(({ id }) => id === by)
            const [pending] = status || doubt || !found ? [] : pendingOn(moment, [found])
            return (
              <tr key={rule.id}>
                <th scope="row">
                  <RuleLink reading={reading} rule={rule} />
                </th>
                <td data-column={t('ask.saysColumn')}>
                  <Disposition
                    value={
                      doubt
                        ? 'unknown'
                        : (status?.disposition ?? (ruleHistory(compiled, rule.id).length > 0 ? 'none' : 'unstated'))
                    }
                    reading={reading}
                  />
                  {rule.kind === 'duty' && <span className="label"> {t('rule.isDuty')}</span>}
                  {pending && (
                    <span className="label">
                      {' '}
                      {t.rich('rule.mayCome', {
                        answer: () => <Disposition value={pending.to} reading={reading} />,
                        stage: () => <StageMark stage={pending.stage} reading={reading} inSentence />,
                      })}
                    </span>
                  )}
                </td>
                <td className="date" data-column={t('ask.sinceColumn')}>
                  {doubt
                    ? t('unsettled.since', { date: formatDate(unknownSince(doubt.overdue), locale) })
                    : since && <time dateTime={since}>{formatDate(since, locale)}</time>}
                </td>
                <td data-column={t('ask.byColumn')}>{change && <ChangeLink reading={reading} change={change} />}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
})
