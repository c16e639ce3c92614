import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellText, safeCell } from '@/lib/api/csv'
import { parseRecord, type Report } from '@/lib/model'
import { readItems, readLinks, writeItems, writeLinks } from '@/lib/porting/csv/cells'
import { csvRowKinds } from '@/lib/porting/csv/fields'
import { type CsvPlan, guessPlan } from '@/lib/porting/csv/plan'
import { readCsv } from '@/lib/porting/csv/read'
import { writeCsv } from '@/lib/porting/csv/write'
import { anyContent } from '../../../support/random/content'
import { anyWords } from '../../../support/random/words'

const anyCell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^'*[=+@\t\r-]/), anyWords)

test('a text goes through a cell unchanged, and no cell begins a formula', () => {
  fc.assert(
    fc.property(anyCell, (text) => {
      expect(cellText(safeCell(text))).toBe(text)
      expect(safeCell(text)).not.toMatch(/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u)
    }),
  )
})

test('items and links go through a cell unchanged, each on a line of its own', () => {
  const anyItem = fc.record({
    change: fc.string(),
    note: anyWords,
    quote: fc.record({ text: fc.string({ unit: 'grapheme' }) }),
  })
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 3 }), (items) => {
      const cell = writeItems(items)
      expect(cell === '' ? 0 : cell.split('\n').length).toBe(items.length)
      expect(readItems(cell)).toEqual({ ok: true, items })
    }),
  )
  const anyLink = fc.record({ who: fc.oneof(anyWords, fc.record({ ja: anyWords })), named: fc.boolean() })
  fc.assert(
    fc.property(fc.array(anyLink, { maxLength: 3 }), (links) => {
      expect(readLinks(writeLinks(links))).toEqual({ ok: true, items: links })
    }),
  )
  expect(
    writeLinks([
      { who: 'party members', named: false },
      { who: { ja: '政府' }, named: true },
    ]),
  ).toBe('party members (unnamed)\n政府')
})

test('whatever the reports of a dossier are, their CSV read again changes nothing, nor does that of their positions', async () => {
  await fc.assert(
    fc.asyncProperty(anyContent({ dossiers: 1 }), async ({ dossiers: [records], sources }) => {
      if (!records) return
      // As they are stored: in the form of their schema.
      const reports = records.reports.map((report) => {
        const parsed = parseRecord('report', report)
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
        return parsed.record as Report
      })
      const base = { records: { ...records, reports }, sources }
      for (const rows of csvRowKinds) {
        const parts = [Buffer.from([...writeCsv(base.records, rows)].join(''))]
        const plan: CsvPlan = await guessPlan(() => parts, { rows, dossier: records.dossier.id })
        for (const blanks of ['keep', 'clear'] as const) {
          const read = await readCsv(parts, { plan: { ...plan, blanks }, base, file: 'reports.csv' })
          if (!read.ok) expect([read.problems, read.unfound]).toEqual([])
          else expect(read.records).toMatchObject({ reports: [], sources: [], actors: [], leftOut: 0 })
        }
      }
    }),
    { numRuns: 60 },
  )
})
