import type { Answer, Moment } from '@/lib/policy'
import { formatDate } from '@/lib/text/dates'
import { Disposition } from './Disposition'
import { Conditions } from './MovedTable'
import { PendingLines } from './PendingLines'
import { hrefTo, type Reading } from './reading'
import { Words } from './Words'

/** The answer in a sentence, with its conditions and what may yet become of it. */
export function VerdictBox({ reading, answer, moment }: { reading: Reading; answer: Answer; moment: Moment }) {
  const { locale, t } = reading
  const { verdict } = answer
  const date = formatDate(moment.on, locale)
  const shown = { answer: () => <Disposition value={answer.disposition} locale={locale} /> }
  return (
    <div className="verdict">
      <p className="answer">
        {moment.known === null
          ? t.rich('ask.answer', { ...shown, date })
          : t.rich('ask.answerKnown', { ...shown, date, known: formatDate(moment.known, locale) })}
        {locale === 'ja' ? '' : ' '}
        {verdict ? (
          <Says reading={reading} verdict={verdict} />
        ) : (
          t(answer.disposition === 'mixed' ? 'ask.mixed' : 'ask.agree', { count: answer.cases.length })
        )}
      </p>
      {verdict && verdict.conditions.length > 0 && (
        <div className="conditions">
          <p>{t('ask.conditions')}</p>
          <Conditions reading={reading} conditions={verdict.conditions} />
        </div>
      )}
      {verdict?.conflict && <p className="notice">{t('ask.conflict')}</p>}
      {verdict && <PendingLines reading={reading} verdict={verdict} moment={moment} />}
    </div>
  )
}

function Says({ reading, verdict }: { reading: Reading; verdict: NonNullable<Answer['verdict']> }) {
  const { locale, t, records, dossier } = reading
  const rule = records.rules.find(({ id }) => id === verdict.rule)
  const change = records.changes.find(({ id }) => id === verdict.change)
  if (!rule) return t(dossier.default === 'unstated' ? 'ask.silent' : 'ask.byDefault')
  const link = {
    rule: () => (
      <a href={hrefTo(reading, 'rules', rule.id)}>
        <Words text={rule.title} locale={locale} />
      </a>
    ),
  }
  if (!change || !verdict.since) return t.rich('ask.saysShort', link)
  return t.rich('ask.says', {
    ...link,
    since: formatDate(verdict.since, locale),
    change: () => (
      <a href={hrefTo(reading, 'changes', change.id)}>
        <Words text={change.title} locale={locale} />
      </a>
    ),
  })
}
