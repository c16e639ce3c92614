import { beforeAll, expect, test } from 'vitest'
import { type Compiled, momentAt, verdictOf } from '@/lib/policy'
import { committedDossier } from '../../support/dossier-checks'

/** Where the dossier us-chip-export-controls has no answer, and says so. */
const today = '2026-11-22'
let compiled: Compiled

beforeAll(async () => {
  ;({ compiled } = await committedDossier('us-chip-export-controls'))
})

const ask = (on: string, item: string, party: string, route = 'from-us') =>
  verdictOf(momentAt(compiled, { on }), { item, party, route })

test('what the dossier does not follow is not told as the law’s silence', () => {
  expect(ask(today, 'h200', 'other-listed').disposition).toBe('untracked')
  expect(ask(today, 'h200', 'footnote-5').disposition).toBe('untracked')
  expect(ask(today, 'h200', 'footnote-5', 'from-abroad').disposition).not.toBe('untracked')
  expect(ask(today, 'other-item', 'china').disposition).toBe('untracked')
})

test('from 11 November 2026 nobody knows whether the affiliates rule is back', () => {
  expect(ask('2026-11-10', 'other-item', 'listed-affiliate').unsettled).toEqual([])
  const { unsettled } = ask(today, 'other-item', 'listed-affiliate')
  expect(unsettled.map(({ change, wouldBe }) => [change, wouldBe.disposition])).toEqual([
    ['affiliates-rule', 'required'],
  ])
})
