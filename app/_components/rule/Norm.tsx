import { suspensionInWords } from '@/app/_components/over-time/expected-days'
import { Unverified } from '@/app/_components/reports/ReportLink'
import { Disposition } from '@/app/_components/words/Disposition'
import { StageMark } from '@/app/_components/words/Ladder'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import { Saying } from '@/app/_components/words/Saying'
import { Spoken } from '@/app/_components/words/Words'
import type { Reading } from '@/app/_reader/reading'
import { english } from '@/lib/addresses/names'
import type { Rule, Said } from '@/lib/model'
import {
  dayAsTold,
  doubtOfRule,
  findRule,
  type Moment,
  type RuleDoubt,
  ruleHistory,
  type Status,
  silencedBy,
  statusOf,
} from '@/lib/policy'
import { formatDate, formatOn } from '@/lib/words/dates'
import { dimensionInSentence, nameOfValueInSentence } from '@/lib/words/names'

/** The norm in one generated sentence: where the rule applies, and what it says at the moment. */
export function Norm({ reading, rule, moment }: { reading: Reading; rule: Rule; moment: Moment }) {
  const status = statusOf(moment, rule.id)
  const found = findRule(reading.compiled, rule.id)
  const doubt = found ? doubtOfRule(moment, found) : null
  return (
    <p className="norm">
      <Scope reading={reading} rule={rule} />
      {doubt ? (
        <Unknown {...{ reading, doubt, status, moment }} />
      ) : status ? (
        <Speaks {...{ reading, rule, status }} known={moment.known} />
      ) : (
        <Silent reading={reading} rule={rule} moment={moment} />
      )}
      <Unverified reading={reading} moment={moment} change={status?.change ?? null} />
    </p>
  )
}

function Unknown({ reading, doubt: { overdue, again }, status, moment }: UnknownProps) {
  const { locale, t } = reading
  const shown = (said: Status | null) => <Disposition value={said?.disposition ?? 'none'} reading={reading} />
  return t.rich('rule.unknown', {
    on: formatOn(moment.on, locale),
    was: suspensionInWords(reading, overdue),
    change: () => <ChangeLink reading={reading} change={overdue.change.change} />,
    again: () => shown(again),
    still: () => shown(status),
  })
}

interface UnknownProps {
  reading: Reading
  doubt: RuleDoubt
  status: Status | null
  moment: Moment
}

function Silent({ reading, rule, moment }: { reading: Reading; rule: Rule; moment: Moment }) {
  const { locale, t, compiled } = reading
  const date = formatDate(moment.on, locale)
  const silenced = silencedBy(moment, rule.id)
  if (!silenced) return t('rule.silent', { date })
  const spoke = ruleHistory(compiled, rule.id).some(({ from, value }) => value !== null && from <= moment.on)
  return t.rich('rule.silenced', {
    day: date,
    spoke: spoke ? 'yes' : 'no',
    change: () => <ChangeLink reading={reading} change={silenced.change} />,
    stage: () => <StageMark stage={silenced.stage} reading={reading} inSentence />,
    since: formatDate(silenced.date, locale),
  })
}

function Scope({ reading: { dossier, locale, t }, rule }: { reading: Reading; rule: Rule }) {
  const named = dossier.dimensions.filter(({ id }) => rule.scope[id])
  if (named.length === 0) return t('rule.everywhere')
  return (
    <>
      {t('rule.where')}
      {named.map((dimension, at) => {
        const values = rule.scope[dimension.id] ?? []
        return (
          <span key={dimension.id}>
            {at > 0 && t(at === named.length - 1 ? 'rule.and' : 'rule.comma')}
            {t('rule.is', { dimension: dimensionInSentence(dimension, locale).text })}
            {values.map((id, place) => (
              <span key={id}>
                {place > 0 && t(place === values.length - 1 ? 'rule.or' : 'rule.comma')}
                <em>
                  <Spoken said={afterIs(nameOfValueInSentence(dimension, id, locale))} locale={locale} />
                </em>
              </span>
            ))}
          </span>
        )
      })}
      {t('rule.colon')}
    </>
  )
}

/** As it stands after “is”: a name that is not a noun (“as a shipment”, “by sea”) is quoted. */
const afterIs = (said: Said): Said =>
  said.language === english && /^(?:as|by|for|in|on|through|to|under|via|with) /i.test(said.text)
    ? { ...said, text: `“${said.text}”` }
    : said

interface SpeaksProps {
  reading: Reading
  rule: Rule
  status: Status
  known: Moment['known']
}

function Speaks({ reading, rule, status, known }: SpeaksProps) {
  const { locale, t, compiled } = reading
  const since = dayAsTold(compiled, status.since, { rule: rule.id, change: status.change }, known)
  return t.rich('rule.speaks', {
    disposition: () => (
      <>
        <Disposition value={status.disposition} reading={reading} />
        {status.says && <Saying says={status.says} locale={locale} />}
      </>
    ),
    since: formatDate(since, locale),
    change: () => <ChangeLink reading={reading} change={status.change} />,
  })
}
