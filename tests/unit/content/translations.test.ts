import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readContent, writeContent, writeReport } from '@/lib/content'
import { fieldChanges } from '@/lib/content/field-changes'
import { losses } from '@/lib/content/losses'
import { signOf, summaryIn } from '@/lib/content/summary'
import { reportNode } from '@/lib/linked-data'
import { isMaterialChange, type Report } from '@/lib/model'
import { fieldsOf } from '@/lib/search/fields'
import { report as newReport } from '../../support/dossiers'
import { writeFiles } from '../../support/folders'

const folder = mkdtempSync(join(tmpdir(), 'rulewire-translations-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const dir = join(folder, 'content')

const sign = signOf('Told.')
const reports = 'dossiers/lamps/reports'
const matter = 'id: a\nsource: daily\nheadline: x\npublished: 2024-02-02\n'
const sound: Record<string, string> = {
  'sources.yaml': '- {id: daily, name: Daily, kind: newspaper}\n',
  'dossiers/lamps/dossier.yaml':
    'id: lamps\ntitle: Lamps\ntimeZone: Asia/Tokyo\ndimensions:\n  - {id: item, values: [{id: lamp}]}\n',
  'dossiers/lamps/rules.yaml': '[]\n',
  'dossiers/lamps/changes.yaml': '[]\n',
  'dossiers/lamps/actors.yaml': '[]\n',
  [`${reports}/a.md`]: `---\n${matter}---\nTold.\n`,
}
const read = (more: Record<string, string>) => {
  writeFiles(dir, Object.entries({ ...sound, ...more }))
  return readContent(dir)
}
const problems = async (more: Record<string, string>) => {
  const found = await read(more)
  return found.ok ? [] : found.problems.map(({ file, line, field, message }) => `${file}:${line}: ${field} ${message}`)
}
const inJapanese = (head: string, body = '伝えた。\n') => ({ [`${reports}/a.ja.md`]: `---\n${head}---\n${body}` })

describe('a translation as a file', () => {
  test('is read beside its report, and written with the same bytes', async () => {
    const files: Record<string, string> = { ...sound, ...inJapanese(`of: ${sign}\n`, '# 見出し\n\n---\n\n伝えた。\n') }
    const found = await read(files)
    if (!found.ok) throw new Error('not sound')
    const [report] = found.content.dossiers[0]?.reports ?? []
    expect(report?.translations).toEqual({ ja: { of: sign, summary: '# 見出し\n\n---\n\n伝えた。' } })
    const written = writeContent(found.content)
    for (const file of [`${reports}/a.md`, `${reports}/a.ja.md`] as const) expect(written.get(file)).toBe(files[file])
  })

  test('whose sign looks like a number is read as it stands', async () => {
    for (const of of ['123456789012', '12345678e012']) {
      const translations = { ja: { of, summary: '伝えた。' } }
      const [, [, text] = ['', '']] = writeReport({ ...newReport('a', '2024'), translations })
      const found = await read({ [`${reports}/a.ja.md`]: text })
      expect(found.ok && found.content.dossiers[0]?.reports[0]?.translations).toEqual(translations)
    }
  })

  test.each([
    [
      'without its report',
      { [`${reports}/b.ja.md`]: `---\nof: ${sign}\n---\nx\n` },
      'reports/b.ja.md:1:  translates a report that there is not: there is no b.md',
    ],
    [
      'in the language of the report',
      { [`${reports}/a.en.md`]: 'x' },
      'reports/a.en.md:1:  is not read: the summary in this language stands in the report itself, a.md',
    ],
    [
      'in another language',
      { [`${reports}/a.fr.md`]: 'x' },
      'reports/a.fr.md:1:  is not read: a translation is called <id>.<language>.md, and its language is ja',
    ],
    [
      'that does not say of what it is',
      inJapanese('{}\n'),
      `reports/a.ja.md:1: of is missing; of the summary as it stands it is ${sign}`,
    ],
    [
      'with a sign that is none',
      inJapanese('of: ABC\n'),
      'reports/a.ja.md:2: of is not the first 12 hex digits of the SHA-256 of the text that it translates',
    ],
    [
      'with another field',
      inJapanese(`of: ${sign}\nnote: x\n`),
      'reports/a.ja.md:3: note is not a field of this record',
    ],
    [
      'with its text above',
      inJapanese(`of: ${sign}\nsummary: x\n`),
      'reports/a.ja.md:3: summary stands in the front matter: put it below',
    ],
    ['without a text', inJapanese(`of: ${sign}\n`, ''), 'reports/a.ja.md:2: summary must not be empty'],
    [
      'without front matter',
      { [`${reports}/a.ja.md`]: '伝えた。\n' },
      'reports/a.ja.md:1:  must start with YAML front matter between two lines of ---',
    ],
    [
      'within the report',
      { [`${reports}/a.md`]: `---\n${matter}translations: {ja: {of: ${sign}, summary: x}}\n---\nTold.\n` },
      'reports/a.md:6: translations stand in files of their own: a.ja.md',
    ],
  ])('%s is told of', async (_, files, expected) => {
    expect(await problems(files)).toContain(`dossiers/lamps/${expected}`)
  })
})

const translated: Report = {
  ...newReport('a', '2024'),
  summary: 'Told.',
  translations: { ja: { of: sign, summary: '伝えた。' } },
}

describe('a translated summary', () => {
  test('is read in its language, and says when it is of an earlier text', () => {
    expect(summaryIn(translated, 'ja')).toEqual({ text: '伝えた。', language: 'ja', isEarlier: false })
    expect(summaryIn(translated, 'en')).toEqual({ text: 'Told.', language: 'en', isEarlier: false })
    expect(summaryIn({ ...translated, summary: 'Told again.' }, 'ja')).toMatchObject({
      text: '伝えた。',
      isEarlier: true,
    })
    expect(summaryIn({ ...translated, translations: undefined }, 'ja')).toMatchObject({ text: 'Told.', language: 'en' })
  })

  test('is found by its words, in its language', () => {
    const { rest } = fieldsOf('report', translated, null)
    expect(rest).toContainEqual({ text: '伝えた。', language: 'ja' })
    expect(rest).toContainEqual({ text: 'Told.', language: 'en' })
  })

  test('stands in the data of the page in its language', () => {
    const told = { url: 'https://x.test/', modified: '2024-01-01T00:00:00Z' }
    expect(reportNode(translated, undefined, { ...told, locale: 'ja' }).abstract).toBe('伝えた。')
    expect(reportNode(translated, undefined, { ...told, locale: 'en' }).abstract).toBe('Told.')
  })

  test('is wording, and nothing material', () => {
    expect(isMaterialChange(translated, { ...translated, translations: undefined, title: 'x', formerly: ['y'] })).toBe(
      false,
    )
  })

  test('is a loss when it goes', () => {
    const gone = fieldChanges('report', translated, { ...translated, translations: undefined })
    expect(gone.map(({ path }) => path)).toEqual(['translations.ja.of', 'translations.ja.summary'])
    expect(losses(gone)).toEqual([{ path: 'translations.ja.summary', what: 'language', words: 2 }])
  })
})
