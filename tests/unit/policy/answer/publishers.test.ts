import { expect, test } from 'vitest'
import type { Attribution } from '@/lib/model'
import { countPublishers, countSources, originOf } from '@/lib/policy'
import { moves, report } from '../../../support/dossiers'

const named = (who: Attribution['who'], source?: string): Attribution => ({ who, named: true, source })
const unnamed = (who: Attribution['who'], source?: string): Attribution => ({ who, named: false, source })
const from = (source: string, ...attribution: Attribution[]) => ({
  ...report(`by-${source}`, '2026-03-06', moves('c', 'proposed')),
  source,
  attribution,
})

const independent = (...reports: ReturnType<typeof from>[]) => countPublishers(reports).independent

test('two agencies that go back to the same named origin count once, in either language and with or without an article', () => {
  const jiji = from('nippon-com', named('Jiji Press', 'jiji-press'), named({ en: 'the ruling parties', ja: '与党' }))
  const yomiuri = from('livedoor-news', named('Yomiuri', 'yomiuri'), named({ en: 'The ruling parties', ja: '与党' }))
  const plain = from('asahi', named('ruling parties'))
  expect(independent(jiji, yomiuri, plain)).toBe(1)
  expect(independent(from('mainichi', named({ ja: '与党' })), from('sankei', named({ ja: '与党' })))).toBe(1)
  expect(independent(jiji, from('asahi', named('the opposition')))).toBe(2)
})

test('those who are not named make no origin: the last named link does, else the publisher', () => {
  const kyodo = from('kyodo-news', unnamed('party members'))
  const jiji = from('jiji-press', unnamed('party members'))
  expect(independent(kyodo, jiji)).toBe(2)
  expect(originOf(from('copy', named('Kyodo News', 'kyodo-news'), unnamed('party members')))).toBe('kyodo-news')
  expect(independent(kyodo, from('copy', named('Kyodo News', 'kyodo-news'), unnamed('sources')))).toBe(1)
  expect(originOf(from('copy', unnamed('an agency', 'kyodo-news'), unnamed('sources')))).toBe('kyodo-news')
})

test('through party members who are not named to the government, which is', () => {
  const kyodo = from('kyodo-news', unnamed('party members'), named('the government'))
  expect(independent(kyodo, from('fnn', named('the government')))).toBe(1)
})

test('a chain of its own counts for the effect that has one', () => {
  const told = from('straits-times', named('Reuters', 'reuters'))
  const [effect] = told.effects
  if (!effect) throw new Error('no effect')
  const other = { ...effect, attribution: [named('Financial Times', 'financial-times')] }
  expect(
    countSources([
      { report: told, effect },
      { report: told, effect: other },
    ]),
  ).toEqual({ reports: 1, independent: 2 })
})
