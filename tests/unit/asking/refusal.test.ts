import { expect, test } from 'vitest'
import { api } from '@/lib/addresses/api'
import { pages } from '@/lib/addresses/pages'
import { inMessages } from '@/lib/asking/in-messages'
import { refuseUnknown } from '@/lib/asking/query'
import { dayOf, textOf } from '@/lib/asking/read'
import type { Reason } from '@/lib/asking/reason'
import { BadParameter } from '@/lib/asking/refusal'
import { locales } from '@/lib/model'
import { translator } from '@/lib/words/messages'

const dimension = { id: 'thing', name: { en: 'Thing', ja: '物' }, values: [{ id: 'ship' }] } as never
const reasons: { [Code in Reason['code']]: Extract<Reason, { code: Code }> } = {
  unknown: { code: 'unknown', known: ['rule', 'on'] },
  missing: { code: 'missing' },
  repeated: { code: 'repeated' },
  badText: { code: 'badText' },
  tooLong: { code: 'tooLong', most: 200 },
  badDay: { code: 'badDay' },
  badDate: { code: 'badDate' },
  farDay: { code: 'farDay', first: '1900-01-01', last: '2076-11-26' },
  futureKnown: { code: 'futureKnown', present: '2026-11-26' },
  badRange: { code: 'badRange' },
  badWord: { code: 'badWord', known: ['agreed'] },
  badRecord: { code: 'badRecord', kind: 'rule' },
  missingDossier: { code: 'missingDossier' },
  badDimension: { code: 'badDimension', known: ['thing'] },
  oneDimension: { code: 'oneDimension' },
  sameDimension: { code: 'sameDimension' },
  badValue: { code: 'badValue', dimension, closest: 'ship' },
  badLine: { code: 'badLine' },
  goneValue: { code: 'goneValue', dimension: 'thing' },
  badAssumption: { code: 'badAssumption' },
  assumedTwice: { code: 'assumedTwice' },
  notPending: { code: 'notPending', stage: 'in_force' },
  tooManyAssumed: { code: 'tooManyAssumed', most: 20 },
  badEdition: { code: 'badEdition' },
  lateEdition: { code: 'lateEdition', newest: 3 },
  noEdition: { code: 'noEdition' },
  beforeDossier: { code: 'beforeDossier' },
  badCursor: { code: 'badCursor' },
  badLimit: { code: 'badLimit', most: 200 },
  needsDossier: { code: 'needsDossier' },
  notWithSince: { code: 'notWithSince' },
  badFeed: { code: 'badFeed' },
  badToken: { code: 'badToken' },
  badPage: { code: 'badPage', pages: 2 },
}

test.each(Object.values(reasons))('$code is told in English by the API, and to readers in their language', (reason) => {
  const refusal = new BadParameter('name', 'given', reason)
  expect(refusal.message).toMatch(/\w+ \w+/)
  for (const locale of locales) {
    const said = inMessages(refusal, translator(locale), locale)
    expect(said).not.toMatch(/errors\.|[{}]|undefined/)
    expect(/[぀-ヿ]/.test(said), said).toBe(locale === 'ja')
  }
})

test('nothing that was given is repeated at length', () => {
  for (const reason of Object.values(reasons))
    expect(new BadParameter('n'.repeat(5000), 'v'.repeat(5000), reason).message.length).toBeLessThan(400)
})

test('a query is refused by its first unknown parameter, with its value and what may have been meant', () => {
  const refused = () => refuseUnknown(pages.timeline, { rule: 'a', utm_source: 'x', sorce: 'kyodo' } as object, [])
  expect(refused).toThrow(expect.objectContaining({ parameter: 'sorce', value: 'kyodo', near: ['source'] }))
  expect(refused).toThrow('“sorce” is not a parameter here. Did you mean “source”? Known are edition, on, rule, ')
  expect(() => refuseUnknown(pages.timeline, { rule: 'a', other: undefined } as object, [])).not.toThrow()
})

test('a parameter given twice is refused where the address does not say which counts; an empty one is left out', () => {
  expect(() => textOf({ rule: ['a', 'b'] }, 'rule')).toThrow(expect.objectContaining({ reason: { code: 'repeated' } }))
  expect(textOf({ rule: ' ' }, 'rule')).toBeUndefined()
})

test('a page takes days, the API their months and years too', () => {
  const asked = { query: { on: '2023-08' }, present: '2026-11-26' }
  expect(() => dayOf({ ...asked, address: pages.ask }, 'on')).toThrow(
    expect.objectContaining({ reason: { code: 'badDay' } }),
  )
  expect(dayOf({ ...asked, address: api.verdict }, 'on')).toBe('2023-08-01')
})
