import { addDays, type DateText, type Day, lastDay } from '@/lib/model'
import { answerOfCase, type ReferenceAnswer } from './answer'
import { isLater, smaller } from './counted'
import { type KnownRecords, referenceLife } from './life'
import { type Asked, covers } from './question'

export interface ReferenceUnsettled {
  change: string
  due: Day
  wouldBe: ReferenceAnswer
}

/** The latest standing forecast that a change comes into force, by a report that counts. */
function latestForecast({ counted }: KnownRecords, change: string) {
  return counted
    .flatMap((by) => by.report.expectations.map((expectation, position) => ({ by, expectation, position })))
    .filter(({ expectation }) => expectation.change === change && expectation.stage === 'in_force')
    .sort(
      (a, b) =>
        smaller(a.by.out, b.by.out) ||
        a.by.instant - b.by.instant ||
        smaller(a.by.report.id, b.by.report.id) ||
        a.position - b.position,
    )
    .at(-1)
}

/** The changes that may be in force again though nobody told so (model, section 2), and what the answer would be. */
export function referenceUnsettled(known: KnownRecords, kase: Asked, on: Day): ReferenceUnsettled[] {
  const { records, counted, assume } = known
  const covering = records.rules.filter(({ scope }) => covers(records, scope, kase)).map(({ id }) => id)
  return records.changes
    .filter(({ alterations }) => alterations.some(({ rule }) => covering.includes(rule)))
    .filter(({ id }) => referenceLife(known, id, on).stage === 'suspended')
    .flatMap(({ id }) => {
      const forecast = latestForecast(known, id)
      if (!forecast) return []
      const due = lastDay((forecast.expectation.until ?? forecast.expectation.from) as DateText)
      const heard = counted.some(
        (one) => isLater(one, forecast.by) && one.report.effects.some(({ change }) => change === id),
      )
      if (due >= on || heard) return []
      const inForce = { ...known, assume: new Map([...assume, [id, addDays(due, 1)]]) }
      return [{ change: id, due, wouldBe: answerOfCase(inForce, kase, on) }]
    })
    .sort((a, b) => smaller(a.change, b.change))
}
