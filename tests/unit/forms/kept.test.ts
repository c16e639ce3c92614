import { describe, expect, test } from 'vitest'
import { readRecordText, recordText } from '@/lib/forms/file-form'
import { applyReportForm, readIntent } from '@/lib/forms/report'
import { reportShape } from '@/lib/forms/shape'
import { formFields } from '@/lib/forms/shown'
import { parseRecord } from '@/lib/model'

const effect = (change: string) => ({
  change,
  kind: 'moves',
  stage: 'decided',
  rules: ['r'],
  by: 'cabinet',
  event: 'signed',
})
/** A report with all that its form does not show. */
const report = {
  id: 'a',
  source: 's',
  headline: 'Old',
  title: { en: 'Ours', ja: '題' },
  published: '2024-01-01',
  effects: [effect('b'), effect('c')],
  formerly: ['older'],
  corrections: [{ on: '2024', note: 'x' }],
  translations: { ja: { of: '012345678901', summary: '要約' } },
  summary: 'Old.',
}

/** What the form sends, with some fields as somebody typed them. */
const sent = (intent: string, typed: Record<string, string>) => {
  const fields = formFields(reportShape, report).map(({ name, shown }): [string, string] => [
    name,
    typed[name] ?? shown,
  ])
  const applied = applyReportForm(report, fields, readIntent(intent))
  return applied.ok ? applied.data : applied.message
}

describe('what the form of a report does not show', () => {
  test('stays when other fields are typed into', () => {
    const typed = { summary: 'New.', 'effects.0.stage': 'in_force', 'headline.en': 'New' }
    expect(sent('save', typed)).toEqual({
      ...report,
      headline: 'New',
      summary: 'New.',
      effects: [{ ...effect('b'), stage: 'in_force' }, effect('c')],
    })
  })

  test('goes with its effect, and with no other', () => {
    expect(sent('remove:effects.0', {})).toEqual({ ...report, effects: [effect('c')] })
    expect(sent('add:effects', {})).toEqual({ ...report, effects: [effect('b'), effect('c'), { kind: 'moves' }] })
  })

  test('stands in the file form of the desk', () => {
    const text = recordText(report)
    const read = readRecordText(`${text}note: x\n`, report, { kind: 'report', id: 'a' })
    expect(read).toEqual({ ok: true, data: { ...report, note: 'x' } })
    expect(parseRecord('report', read.ok && read.data)).toMatchObject({
      ok: true,
      record: { translations: report.translations },
    })
  })
})
