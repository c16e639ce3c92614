import { expect, test } from 'vitest'
import { refusalInWords } from '@/app/admin/publish/refusal'
import type { PublishRefusal } from '@/db/commands/errors'
import { deskWordsIn } from '@/lib/words/desk-messages'

const draft = {
  id: 'd-1',
  kind: 'report',
  recordId: 'a-report',
  titles: { en: 'Lamps are let out', ja: '灯籠の貸し出し' },
} as const
const key = { kind: 'report', dossier: 'lamps', id: 'a-report' } as const
const refusal: PublishRefusal = {
  ok: false,
  problems: [
    { kind: 'report', id: 'a-report', path: ['effects', 0, 'change'], message: 'names an unknown change “x”' },
    { kind: 'change', id: 'a-change', path: [], message: 'is missing' },
  ],
  conflicts: [{ key, draft: 'd-1', base: 1, current: 2, yours: null, theirs: null }],
  stale: [{ id: 'd-1', key, asked: 1, version: 2 }],
  withheld: [{ id: 'd-1', key, embargo: '2026-11-29T08:00:00Z' }],
  gone: ['d-2'],
}

test('what a press refuses is called by its title and leads to the draft, or to the field of it', () => {
  const { formErrors, hindrances } = refusalInWords(refusal, [draft], { t: deskWordsIn('en'), locale: 'en' })
  expect(formErrors).toHaveLength(2)
  expect(hindrances.map(({ href }) => href)).toEqual([
    '/admin/drafts/d-1',
    '/admin/drafts/d-1',
    '/admin/drafts/d-1',
    '/admin/drafts/d-1#f-effects.0.change',
    undefined,
  ])
  expect(hindrances[3]?.label).toBe('“Lamps are let out”: Effect 1: change')
  expect(hindrances[2]?.says).toBe('is under an embargo until 2026-11-29T08:00:00Z')
  for (const { label } of hindrances.slice(0, 4)) expect(label).not.toContain('a-report')
})

test('a press that speaks Japanese calls drafts by their Japanese names', () => {
  const { hindrances } = refusalInWords(refusal, [draft], { t: deskWordsIn('ja'), locale: 'ja' })
  for (const { label } of hindrances.slice(0, 4)) expect(label).toContain('灯籠の貸し出し')
})

test('nothing is told where nothing hinders', () => {
  const none: PublishRefusal = { ok: false, problems: [], conflicts: [], stale: [], withheld: [], gone: [] }
  expect(refusalInWords(none, [draft], { t: deskWordsIn('ja'), locale: 'ja' })).toEqual({
    formErrors: [],
    hindrances: [],
  })
})
