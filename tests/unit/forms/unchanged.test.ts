import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ContentTree, readContent } from '@/lib/content'
import { readRecordText, recordText } from '@/lib/forms/file-form'
import { applyReportForm } from '@/lib/forms/report'
import { readName, reportShape } from '@/lib/forms/shape'
import { asSent, formFields } from '@/lib/forms/shown'
import { anyDossier } from '../../support/dossiers'

/** What a browser sends back of a form that nobody touched: line breaks as CRLF. */
const untouched = (data: unknown): [string, string][] =>
  formFields(reportShape, data).map(({ name, shown }) => {
    const kind = readName(reportShape, name)?.kind
    if (!kind) throw new Error(`the form shows ${name}, which it does not know`)
    return [name, asSent(kind, shown).replaceAll('\n', '\r\n')]
  })

const opened = (data: unknown): string => {
  const saved = applyReportForm(data, untouched(data), { verb: 'save' })
  return saved.ok ? JSON.stringify(saved.data) : saved.message
}

/** Opened in its file form, sent and read. */
const reread = (record: { id: string }): string => {
  const read = readRecordText(recordText(record).replaceAll('\n', '\r\n'), record, { kind: 'dossier', id: record.id })
  return read.ok ? JSON.stringify(read.data) : read.message
}

const recordsOf = ({ sources, dossiers }: ContentTree) => [
  ...sources,
  ...dossiers.flatMap(({ dossier, rules, changes, actors }) => [dossier, ...rules, ...changes, ...actors]),
]
const read = await readContent('content')
if (!read.ok) throw new Error('the content of this repository does not read')
const shipped = read.content
const reports = shipped.dossiers.flatMap((one) => one.reports)

describe('what is opened and saved untouched stays as it was', () => {
  test('every shipped report, through the form', () => {
    expect(reports.length).toBeGreaterThan(200)
    for (const report of reports) expect(opened(report), report.id).toBe(JSON.stringify(report))
  })

  test('every other shipped record, in its file form', () => {
    const records = recordsOf(shipped)
    expect(records.length).toBeGreaterThan(100)
    for (const record of records) {
      expect(reread(record), record.id).toBe(JSON.stringify(record))
      // And where the text did not come from the record at hand, so that every field was read.
      const saved = readRecordText(recordText(record), {}, { kind: 'dossier', id: record.id })
      expect(saved.ok && saved.data, record.id).toEqual(JSON.parse(JSON.stringify(record)))
    }
  })

  test('reports of any dossier', () => {
    fc.assert(
      fc.property(anyDossier, (records) => {
        for (const report of records.reports) expect(opened(report)).toBe(JSON.stringify(report))
        for (const record of [records.dossier, ...records.rules, ...records.changes, ...records.actors])
          expect(reread(record)).toBe(JSON.stringify(record))
      }),
      { numRuns: 60 },
    )
  })

  test('whatever a draft may hold, sound or not', () => {
    const field = fc.constantFrom(
      ...['source', 'url', 'headline', 'summary', 'note', 'related', 'language', 'attribution', 'effects', 'quote'],
      ...['text', 'who', 'named', 'kind', 'rules', 'en', 'ja', 'zh-Hant', 'title', 'corrections'],
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', ' ', '\r\n', 'a\rb', '\n\nx', '\ud800', '\0'),
    )
    const { data } = fc.letrec((tie) => ({
      data: fc.dictionary(field, tie('value'), { maxKeys: 6 }),
      value: fc.oneof(
        { depthSize: 'small' },
        text,
        fc.boolean(),
        fc.constant(null),
        fc.integer(),
        fc.array(tie('value'), { maxLength: 3 }),
        tie('data'),
      ),
    }))
    fc.assert(
      fc.property(data, (draft) => {
        expect(opened(draft)).toBe(JSON.stringify(draft))
      }),
      { numRuns: 500 },
    )
  })
})

test('one touched field changes that field and no other', () => {
  for (const report of reports) {
    for (const { name, shown } of formFields(reportShape, report)) {
      if (shown === '' || !/headline|note|who/.test(name)) continue
      const saved = applyReportForm(
        report,
        untouched(report).map(([at, text]) => [at, at === name ? `${text},` : text]),
        { verb: 'save' },
      )
      const expected = JSON.stringify(report).length + 1
      expect(saved.ok && JSON.stringify(saved.data).length, `${report.id} ${name}`).toBe(expected)
    }
  }
})
