import { Norm } from '@/app/_components/rule/Norm'
import { RuleLife } from '@/app/_components/rule/RuleLife'
import { rowsOfRule } from '@/app/_components/rule/rule-history'
import type { Reading } from '@/app/_reader/reading'
import { drawingOf, wordsOf } from '@/app/[locale]/_frame/markup'
import { framed, pictured } from '@/app/[locale]/_frame/picture-parts'
import { writingOf } from '@/lib/addresses/languages'
import { type Rule, say } from '@/lib/model'
import { type Card, stripWidth } from '@/lib/pictures/card'
import { dayAsTold, doubtOfRule, findRule, momentAt, statusOf } from '@/lib/policy'
import { dispositionWord, type ShownDisposition } from '@/lib/words/own-words'

/** What the rule says, in the sentence that its page leads with. */
export const ruleInWords = (reading: Reading, rule: Rule): string =>
  wordsOf(
    <Norm reading={reading} rule={rule} moment={momentAt(reading.compiled, { on: reading.today })} />,
    writingOf(reading.locale).space,
  )

/** A rule's name, what it says in a word, and since when: as its picture leads with them. */
export const headOfRule = (reading: Reading, rule: Rule): Pick<Card, 'heading' | 'state'> => headAt(reading, rule)

/** A rule as a picture: its name, what it says and since when, and the strip of what it has said. */
export function ruleCard(reading: Reading, rule: Rule): Card {
  const { rows, ...head } = headAt(reading, rule)
  return {
    ...framed(reading),
    ...head,
    kicker: reading.t('rule.kicker'),
    strip: drawingOf(<RuleLife reading={reading} lanes={[]} rows={rows} what={head.heading} />, stripWidth),
    note: ruleInWords(reading, rule),
  }
}

function headAt(reading: Reading, rule: Rule) {
  const { locale, compiled, today } = reading
  const moment = momentAt(compiled, { on: today })
  const status = statusOf(moment, rule.id)
  const found = findRule(compiled, rule.id)
  const rows = rowsOfRule(compiled, rule.id, moment)
  const isUnknown = found !== undefined && doubtOfRule(moment, found) !== null
  const value: ShownDisposition = isUnknown ? 'unknown' : (status?.disposition ?? silence(rows.length > 0))
  const since = status
    ? dayAsTold(compiled, status.since, { rule: rule.id, change: status.change })
    : (rows.findLast(({ from }) => from <= today)?.shown ?? null)
  const word = dispositionWord(reading, value).text
  return {
    heading: say(rule.title, locale).text,
    state: pictured(reading, value, { word, since: isUnknown ? null : since }),
    rows,
  }
}

const silence = (hasSpoken: boolean): ShownDisposition => (hasSpoken ? 'none' : 'unstated')
