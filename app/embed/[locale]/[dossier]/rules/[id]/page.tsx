import { EmbedHead } from '@/app/_components/page/EmbedHead'
import { lanesOf } from '@/app/_components/rule/lanes'
import { Norm } from '@/app/_components/rule/Norm'
import { RuleLife } from '@/app/_components/rule/RuleLife'
import { rowsOfRule } from '@/app/_components/rule/rule-history'
import { Words } from '@/app/_components/words/Words'
import { hrefTo } from '@/app/_reader/reading'
import { requireRecord } from '@/app/_reader/require-record'
import { embedMetadata, embedPage } from '@/app/[locale]/_frame/document'
import { pages } from '@/lib/addresses/pages'
import { say } from '@/lib/model'
import { findRule, momentAt } from '@/lib/policy'

export const generateMetadata = embedMetadata(pages.rule, (reading, { id }) => {
  const rule = requireRecord(reading, 'rule', reading.records.rules, id)
  const title = say(rule.title, reading.locale).text
  return { title, description: title }
})

/** What a rule says, and its life. */
export default embedPage(pages.rule, async (reading, { id }) => {
  const { locale, t, records, compiled, today } = reading
  const rule = requireRecord(reading, 'rule', records.rules, id)
  const moment = momentAt(compiled, { on: today })
  const found = findRule(compiled, id)
  const rows = rowsOfRule(compiled, id, moment)
  return (
    <>
      <EmbedHead href={hrefTo(reading, 'rules', id)} label={t('rule.kicker')}>
        <Words text={rule.title} locale={locale} />
      </EmbedHead>
      <Norm reading={reading} rule={rule} moment={moment} />
      {rows.length > 0 ? (
        <RuleLife
          reading={reading}
          lanes={found ? lanesOf(moment, found) : []}
          rows={rows}
          what={say(rule.title, locale).text}
        />
      ) : (
        <p className="soft">{t('rule.noHistory')}</p>
      )}
    </>
  )
})
