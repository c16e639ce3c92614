import { describe, expect, test } from 'vitest'
import { changeReport, readReportsChange } from '@/lib/forms/change-reports'
import { isSameRecord, parseRecord, type Report } from '@/lib/model'
import { position } from '../../support/content'
import { moves, report } from '../../support/dossiers'

const today = '2026-11-29'
const told: Report = {
  ...report('r1', '2024-01-01', { ...moves('open', 'agreed'), rules: ['arms'] }, moves('close', 'floated')),
  positions: [position('komeito', 'open')],
  expectations: [{ change: 'open', stage: 'decided', until: '2025' }],
}

const changed = (fields: Record<string, string>): Report => {
  const read = readReportsChange(fields)
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return changeReport(told, read.change, today)
}

describe('changing a report', () => {
  test('adds an effect once', () => {
    const tag = { verb: 'tag', change: 'open', kind: 'confirms', stage: '', on: '2024-01' }
    const once = changed(tag)
    expect(once.effects).toHaveLength(3)
    expect(once.effects[2]).toMatchObject({ change: 'open', kind: 'confirms', on: '2024-01', certainty: 'said' })
    const read = readReportsChange(tag)
    expect(read.ok && isSameRecord(changeReport(once, read.change, today), once)).toBe(true)
    expect(parseRecord('report', once).ok).toBe(true)
  })

  test('replaces a change wherever the report names it, and leaves out which of its rules an effect was about', () => {
    const after = changed({ verb: 'replace', change: 'open', by: 'other' })
    expect(after.effects.map(({ change, rules }) => [change, rules])).toEqual([
      ['other', undefined],
      ['close', undefined],
    ])
    expect([after.positions[0]?.change, after.expectations[0]?.change]).toEqual(['other', 'other'])
    expect(isSameRecord(changed({ verb: 'replace', change: 'none', by: 'other' }), told)).toBe(true)
  })

  test('sets the publisher, the kind alone, and retracts with a note', () => {
    expect(changed({ verb: 'publisher', source: 'nhk' })).toEqual({ ...told, source: 'nhk' })
    expect(changed({ verb: 'describe', kind: 'analysis', sourcing: '' })).toEqual({ ...told, kind: 'analysis' })
    expect(changed({ verb: 'retract', note: 'Wrong.', noteJa: '誤り。' }).retracted).toEqual({
      on: today,
      note: { en: 'Wrong.', ja: '誤り。' },
    })
  })

  test.each([
    [{ verb: 'tag', change: 'open', kind: 'moves', stage: '' }, 'stage'],
    [{ verb: 'replace', change: 'open', by: 'open' }, 'by'],
    [{ verb: 'describe', kind: '', sourcing: '' }, 'kind'],
    [{ verb: 'retract', note: '  ' }, 'note'],
    [{ verb: 'publisher', source: '' }, 'source'],
    [{ verb: 'constructor' }, 'verb'],
  ])('%o is refused at its field', (fields, field) => {
    const read = readReportsChange(fields)
    expect(read.ok ? [] : Object.keys(read.errors)).toEqual([field])
  })
})
