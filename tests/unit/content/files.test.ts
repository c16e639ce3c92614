import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readContent, writeContent } from '@/lib/content'
import { validateDossier } from '@/lib/model'
import { anyDossier } from '../../support/dossiers'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rulewire-content-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const put = (file: string, text: string) => {
  mkdirSync(dirname(join(dir, file)), { recursive: true })
  writeFileSync(join(dir, file), text)
}

const small = () => {
  put('sources.yaml', '- {id: kyodo-news, name: Kyodo News, kind: agency}\n')
  put(
    'dossiers/d/dossier.yaml',
    'id: d\ntitle: D\ntimeZone: Asia/Tokyo\ndimensions:\n  - id: thing\n    values: [ship, radar]\n',
  )
  put('dossiers/d/changes.yaml', '- id: c\n  title: C\n')
  put(
    'dossiers/d/reports/2023-08-23-r.md',
    '---\nid: 2023-08-23-r\nsource: kyodo-news\nheadline: {en: "A: b", ja: 武器}\npublished: 2023-08-23\nsourcing: seen\neffects:\n  - {change: c, kind: moves, stage: floated}\n---\nOne line.\n\nAnother.\n',
  )
}

const problems = async () => {
  const read = await readContent(dir)
  return read.ok ? [] : read.problems.map(({ file, line, field, message }) => `${file}:${line} ${field} ${message}`)
}

describe('reading', () => {
  test('a small content folder', async () => {
    small()
    const read = await readContent(dir)
    expect(read.ok && read.content.dossiers[0]?.reports[0]).toMatchObject({
      published: '2023-08-23',
      headline: { en: 'A: b', ja: '武器' },
      summary: 'One line.\n\nAnother.',
    })
  })

  test('what looks like a number stays the text it is', async () => {
    small()
    put('dossiers/d/rules.yaml', '- {id: 007, title: 2014, basis: [{instrument: 1e3, provision: 1.10}]}\n')
    const read = await readContent(dir)
    expect(read.ok && read.content.dossiers[0]?.rules[0]).toMatchObject({
      id: '007',
      title: '2014',
      basis: [{ instrument: '1e3', provision: '1.10' }],
    })
  })

  test('a wrong field is named with file and line', async () => {
    small()
    put('dossiers/d/changes.yaml', '- id: c\n  title: C\n  alterations:\n    - rule: none\n      to: maybe\n')
    expect((await problems())[0]).toMatch(/^dossiers\/d\/changes\.yaml:5 alterations\.0\.to must be one of/)
  })

  test('what only the whole dossier shows is placed too', async () => {
    small()
    put('dossiers/d/changes.yaml', '- id: other\n  title: Other\n')
    expect(await problems()).toEqual([
      'dossiers/d/reports/2023-08-23-r.md:8 effects.0.change names an unknown change “c”',
    ])
  })

  test('broken YAML, a missing front matter and a wrong file name are said plainly', async () => {
    small()
    put('dossiers/d/rules.yaml', '- id: [\n')
    put('dossiers/d/reports/no-matter.md', 'Just text.\n')
    put('dossiers/d/reports/other.md', '---\nid: another\nsource: kyodo-news\nheadline: h\npublished: 2023\n---\n')
    const said = await problems()
    expect(said.some((line) => line.startsWith('dossiers/d/rules.yaml:') && line.includes('is not valid YAML'))).toBe(
      true,
    )
    expect(said.some((line) => line.includes('no-matter.md:1') && line.includes('front matter'))).toBe(true)
    expect(said.some((line) => line.includes('other.md:2 id is “another”'))).toBe(true)
  })

  test('a dossier folder without dossier.yaml is refused', async () => {
    small()
    put('dossiers/e/rules.yaml', '[]\n')
    expect(await problems()).toEqual(['dossiers/e/dossier.yaml:1  is missing'])
  })
})

const writeAll = (files: Map<string, string>) => {
  rmSync(dir, { recursive: true, force: true })
  for (const [file, text] of files) put(file, text)
}

describe('writing', () => {
  test('import(export(x)) = x, and the bytes stay', async () => {
    const sources = [{ id: 'kyodo-news', name: 'Kyodo', kind: 'agency' as const }]
    await fc.assert(
      fc.asyncProperty(anyDossier, async (records) => {
        fc.pre(validateDossier(records, sources).length === 0)
        const reports = records.reports.toSorted((a, b) => (a.id < b.id ? -1 : 1))
        const content = { sources, dossiers: [{ ...records, reports }] }
        const files = writeContent(content)
        writeAll(files)
        const read = await readContent(dir)
        expect(read).toMatchObject({ ok: true, content: JSON.parse(JSON.stringify(content)) })
        if (read.ok) expect([...writeContent(read.content)]).toEqual([...files])
      }),
      { numRuns: 40 },
    )
  })

  test('texts that YAML might mistake survive', async () => {
    small()
    const hard = [
      'yes',
      '2023-08-23',
      '1e3',
      '~',
      '- a',
      'a: b',
      '#x',
      "it's",
      '"q"',
      ' 先頭',
      'line\nbreak',
      '0x1F',
      '{a}',
      '!tag',
      'é\u00a0x',
    ]
    for (const headline of hard) {
      const read = await readContent(dir)
      if (!read.ok) throw new Error('the small folder must be sound')
      const [records] = read.content.dossiers
      const [report] = records?.reports ?? []
      if (!records || !report) throw new Error('the small folder must hold a report')
      const content = {
        ...read.content,
        dossiers: [{ ...records, reports: [{ ...report, headline, summary: `${headline.trim()}\n\n---\n\nend` }] }],
      }
      writeAll(writeContent(content))
      expect(await readContent(dir)).toMatchObject({
        ok: true,
        content: JSON.parse(JSON.stringify(content)),
      })
    }
  })
})

test('the content of this very site is in the canonical form', async () => {
  const read = await readContent('content')
  if (!read.ok) throw new Error(read.problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'))
  const other = [...writeContent(read.content)].filter(
    ([file, text]) => readFileSync(join('content', file), 'utf8') !== text,
  )
  expect(other.map(([file]) => file)).toEqual([])
})
