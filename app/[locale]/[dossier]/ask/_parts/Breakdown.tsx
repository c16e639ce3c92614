import { Disposition } from '@/app/_components/words/Disposition'
import { RuleLink } from '@/app/_components/words/RecordLink'
import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import type { Answer, Case } from '@/lib/policy'
import { boxesOf } from '@/lib/policy'
import { boxInWords } from '@/lib/words/box-words'
import type { ShownDisposition } from '@/lib/words/own-words'

/** Groups of cases that are listed, the largest first. */
const mostRows = 300

interface Props {
  reading: Reading
  answer: Answer
  asked: Record<string, string | undefined>
}

/** What the cases of a question say, those with the same answer together; a single block can be asked about on its own. */
export function Breakdown({ reading, answer, asked }: Props) {
  const { t, compiled, records } = reading
  const groups = new Map<string, { disposition: ShownDisposition; rule: string | null; cases: Case[] }>()
  for (const { case: kase, decision } of answer.cases) {
    const key = `${decision.disposition} ${decision.rule ?? ''}`
    const group = groups.get(key) ?? { disposition: decision.disposition, rule: decision.rule, cases: [] }
    group.cases.push(kase)
    groups.set(key, group)
  }
  const largestFirst = [...groups.values()].sort((a, b) => b.cases.length - a.cases.length)
  const all = largestFirst.flatMap(({ disposition, rule, cases }) =>
    boxesOf(compiled, cases).map((box) => ({ disposition, rule, box })),
  )
  const rows = all.slice(0, mostRows).map((row) => ({ ...row, words: boxInWords(reading, row.box) }))
  return (
    <>
      <table className="plain stack">
        <caption className="unseen-text">{t('ask.breakdown')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ask.breakdownCases')}</th>
            <th scope="col">{t('ask.breakdownAnswer')}</th>
            <th scope="col">{t('ask.ruleColumn')}</th>
            <th scope="col" className="number">
              {t('ask.breakdownCount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ disposition, rule, box, words }) => {
            const single = Object.values(box.values).every((values) => values.length === 1)
            const decider = records.rules.find(({ id }) => id === rule)
            const question = Object.fromEntries(Object.entries(box.values).map(([id, values]) => [id, values[0]]))
            return (
              <tr key={`${disposition} ${rule} ${words}`}>
                <th scope="row">
                  {single ? <a href={withQuery(hrefTo(reading, 'ask'), { ...question, ...asked })}>{words}</a> : words}
                </th>
                <td data-column={t('ask.breakdownAnswer')}>
                  <Disposition value={disposition} reading={reading} />
                </td>
                <td data-column={t('ask.ruleColumn')}>{decider && <RuleLink reading={reading} rule={decider} />}</td>
                <td className="number" data-column={t('ask.breakdownCount')}>
                  {box.cases}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {all.length > rows.length && <p className="label">{t('ask.rowsLeft', { count: all.length - rows.length })}</p>}
    </>
  )
}
