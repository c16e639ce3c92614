import { describe, expect, test } from 'vitest'
import { readReportsAsked, reportsAddress } from '@/app/admin/reports/asked'
import { fitsFilter } from '@/app/admin/reports/set-aside'
import { position } from '../../support/content'
import { change, moves, report } from '../../support/dossiers'

describe('what the list of reports is asked for', () => {
  test('a date typed for the words is a time, as people write it', () => {
    expect(readReportsAsked({ words: '2023年8月23日' }).filter).toMatchObject({ from: '2023-08-23', to: '2023-08-23' })
    expect(readReportsAsked({ words: 'August 2023' }).filter).toMatchObject({ from: '2023-08-01', to: '2023-08-31' })
    expect(readReportsAsked({ words: '2023', from: '2023-05' }).filter).toMatchObject({
      from: '2023-05-01',
      to: '2023-12-31',
      words: undefined,
    })
  })

  test('what may begin an id is kept apart, and other words are words', () => {
    expect(readReportsAsked({ words: '2023-08-23-kyodo' }).idStart).toBe('2023-08-23-kyodo')
    expect(readReportsAsked({ words: 'frigates' })).toMatchObject({ idStart: undefined, filter: { words: 'frigates' } })
    expect(readReportsAsked({ words: '"dual-use"' }).idStart).toBeUndefined()
  })

  test('a rule is asked as the changes that alter it, and nonsense is named and not filtered by', () => {
    const changes = [change('open', { rule: 'arms' }), change('close', { rule: 'other' })]
    expect(readReportsAsked({ rule: 'arms' }, changes).filter.changes).toEqual(['open'])
    expect(readReportsAsked({ rule: 'arms', change: 'close' }, changes).filter.changes).toEqual([])
    const odd = readReportsAsked({ from: 'soon', stage: 'lost', source: 'No Slug' })
    expect(odd.wrong.toSorted()).toEqual(['from', 'source', 'stage'])
    expect(odd.filter).toMatchObject({ from: undefined, stage: undefined, source: undefined })
  })

  test('its address says what was asked, and nothing else', () => {
    const { asked } = readReportsAsked({ words: 'a b', sort: 'title', cursor: 'x' })
    expect(reportsAddress(asked)).toBe('/admin/reports?words=a+b&sort=title')
    expect(reportsAddress(readReportsAsked({}).asked)).toBe('/admin/reports')
  })
})

describe('a draft or a retracted report fits a filter', () => {
  const told = { ...report('r-1', '2024-05-06', moves('open', 'agreed')), positions: [position('komeito', 'close')] }
  test.each([
    [{}, true],
    [{ changes: ['close'] }, true],
    [{ changes: ['close'], stage: 'agreed' as const }, false],
    [{ changes: [] }, false],
    [{ actor: 'komeito', stage: 'agreed' as const }, true],
    [{ effect: 'confirms' as const }, false],
    [{ source: 'nhk' }, false],
    [{ kinds: ['news' as const] }, true],
    [{ from: '2024-05-06', to: '2024-05-06' }, true],
    [{ from: '2024-05-07' }, false],
    [{ idStart: 'r-' }, true],
    [{ words: 'R-1 agreed' }, true],
    [{ words: 'r-1 absent' }, false],
  ])('%o: %s', (filter, fits) => {
    expect(fitsFilter('r-1', told, filter)).toBe(fits)
  })

  test('one that is no report yet fits what it does not contradict', () => {
    expect(fitsFilter('r-2', { headline: 'A frigate' }, { words: 'FRIGATE' })).toBe(true)
    expect(fitsFilter('r-2', null, {})).toBe(true)
    expect(fitsFilter('r-2', { effects: 'none', published: 'soon' }, { from: '2024-01-01' })).toBe(false)
  })
})
