import { Citation } from '@/app/_components/page/Citation'
import { Head } from '@/app/_components/page/Head'
import { Section } from '@/app/_components/page/Section'
import { ReportLink } from '@/app/_components/reports/ReportLink'
import { Disposition } from '@/app/_components/words/Disposition'
import { ChangeLink, RuleLink } from '@/app/_components/words/RecordLink'
import { Words } from '@/app/_components/words/Words'
import type { Reading } from '@/app/_reader/reading'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { describeOfDossier } from '@/app/[locale]/_frame/listed'
import { pages } from '@/lib/addresses/pages'
import { say } from '@/lib/model'
import { evidenceFor, type Grounds, groundsOf, momentAt, reportsOnce, statusOf } from '@/lib/policy'

const order: readonly Grounds[] = ['unverified', 'single', 'independent', 'official']
const mostReports = 3

export const generateMetadata = dossierMetadata(pages.grounds, (reading) => describeOfDossier(reading, 'grounds'))

/** How well what each rule says today is founded, the weakest first. */
export default dossierPage(pages.grounds, async (reading) => {
  const { locale, t, dossier } = reading
  const rules = foundedRules(reading)
  return (
    <>
      <Head kicker={<Words text={dossier.title} locale={locale} />} title={t('groundsPage.title')} small>
        <p className="standfirst">{t('groundsPage.intro')}</p>
      </Head>
      {order.map((grounds) => {
        const own = rules.filter((one) => one.grounds === grounds)
        if (own.length === 0) return null
        return (
          <Section
            key={grounds}
            id={grounds}
            title={t('groundsPage.section', { grounds: t(`grounds.${grounds}`), count: own.length })}
          >
            <table className="plain stack">
              <caption className="unseen-text">{t(`grounds.${grounds}`)}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('ask.ruleColumn')}</th>
                  <th scope="col">{t('ask.saysColumn')}</th>
                  <th scope="col">{t('ask.byColumn')}</th>
                  <th scope="col">{t('history.evidence')}</th>
                </tr>
              </thead>
              <tbody>
                {own.map(({ rule, status, evidence }) => (
                  <tr key={rule.id}>
                    <th scope="row">
                      <RuleLink reading={reading} rule={rule} />
                    </th>
                    <td data-column={t('ask.saysColumn')}>
                      <Disposition value={status.disposition} reading={reading} />
                    </td>
                    <td data-column={t('ask.byColumn')}>
                      <ChangeLink reading={reading} change={status.change} />
                    </td>
                    <td data-column={t('history.evidence')}>
                      <span>
                        {evidence.slice(0, mostReports).map(({ report }, at) => (
                          <span key={report.id}>
                            {at > 0 && t('unit.separator')}
                            <ReportLink reading={reading} report={report} />
                          </span>
                        ))}
                        {evidence.length > mostReports && ` +${evidence.length - mostReports}`}
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Section>
        )
      })}
      <Citation
        reader={reading}
        what={t('unit.of', { label: t('groundsPage.title'), text: say(dossier.title, locale).text })}
      />
    </>
  )
})

/** Each rule that says something today, with how well that is founded and by what. */
function foundedRules({ compiled, records, today }: Reading) {
  const moment = momentAt(compiled, { on: today })
  return records.rules.flatMap((rule) => {
    const status = statusOf(moment, rule.id)
    if (!status) return []
    const evidence = evidenceFor(moment, status.change, rule.id)
    const grounds = groundsOf(moment, status.change, evidence)
    return grounds ? [{ rule, status, grounds, evidence: reportsOnce(evidence) }] : []
  })
}
