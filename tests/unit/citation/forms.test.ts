import { expect, test } from 'vitest'
import { toBibtex } from '@/lib/citation/bibtex'
import { toCslJson } from '@/lib/citation/csl'
import { toRis } from '@/lib/citation/ris'
import { citeInWords, type Work, workOfReport } from '@/lib/citation/work'
import { report as reportOf } from '../../support/dossiers'

const work = (over: Partial<Work> = {}): Work => ({
  id: '2023-08-23-kyodo',
  kind: 'news',
  author: 'Ministry of Economy, Trade and Industry',
  title: '殺傷能力のある武器、輸出可能に',
  language: 'ja',
  issued: '2023-08-23',
  url: 'https://example.jp/a_b?c=1&d=%E3',
  container: 'Kyodo News',
  accessed: '2026-11-26',
  found: 'Rulewire, edition 3: https://rules.example/en/arms/reports/r?edition=3',
  note: 'In Rulewire, edition 3',
  ...over,
})

test('BibTeX: an institution stays whole, Japanese stays as it is, the address is verbatim', () => {
  expect(toBibtex(work())).toBe(`@article{2023-08-23-kyodo,
  author = {{Ministry of Economy, Trade and Industry}},
  title = {{殺傷能力のある武器、輸出可能に}},
  journal = {{Kyodo News}},
  entrysubtype = {newspaper},
  year = {2023},
  month = aug,
  day = {23},
  date = {2023-08-23},
  url = {https://example.jp/a_b?c=1&d=%E3},
  urldate = {2026-11-26},
  language = {ja},
  library = {Rulewire, edition 3: https://rules.example/en/arms/reports/r?edition=3},
  note = {In Rulewire, edition 3},
}
`)
})

test('BibTeX: what means something to TeX is escaped, and braces always pair', () => {
  const text = toBibtex(work({ title: 'R&D: 50% of $1 #2\n_x_ {a \\b} c} ~^', url: 'https://example.jp/{a}\\b' }))
  expect(text).toContain(
    'title = {{R\\&D: 50\\% of \\$1 \\#2 \\_x\\_ \\textbraceleft{}a \\textbackslash{}b\\textbraceright{} ' +
      'c\\textbraceright{} \\textasciitilde{}\\textasciicircum{}}},\n',
  )
  expect(text).toContain('url = {https://example.jp/%7Ba%7D%5Cb},\n')
  expect(text.split('{')).toHaveLength(text.split('}').length)
})

test('RIS: a line to each field, ended by CRLF, and nothing in a text ends it early', () => {
  expect(toRis(work({ title: 'A & {b}\r\nER  - \n防衛' }))).toBe(
    [
      'TY  - NEWS',
      'ID  - 2023-08-23-kyodo',
      'TI  - A & {b} ER - 防衛',
      'T2  - Kyodo News',
      'PB  - Ministry of Economy, Trade and Industry',
      'PY  - 2023/08/23/',
      'DA  - 2023/08/23/',
      'UR  - https://example.jp/a_b?c=1&d=%E3',
      'Y2  - 2026/11/26/',
      'LA  - ja',
      'DP  - Rulewire, edition 3: https://rules.example/en/arms/reports/r?edition=3',
      'N1  - In Rulewire, edition 3',
      'ER  - ',
      '',
    ].join('\r\n'),
  )
})

test('CSL-JSON: one item, the institution as one name, texts as they are', () => {
  expect(JSON.parse(toCslJson([work({ title: 'A "b" {c} & 防衛' })]))).toEqual([
    {
      id: '2023-08-23-kyodo',
      type: 'article-newspaper',
      author: [{ literal: 'Ministry of Economy, Trade and Industry' }],
      title: 'A "b" {c} & 防衛',
      'container-title': 'Kyodo News',
      issued: { 'date-parts': [[2023, 8, 23]] },
      URL: 'https://example.jp/a_b?c=1&d=%E3',
      accessed: { 'date-parts': [[2026, 11, 26]] },
      language: 'ja',
      source: 'Rulewire, edition 3: https://rules.example/en/arms/reports/r?edition=3',
      note: 'In Rulewire, edition 3',
    },
  ])
})

test.each([
  ['2023-08', '  month = aug,\n  date = {2023-08},', 'DA  - 2023/08//', [2023, 8], 'August 2023'],
  ['2023', '  year = {2023},\n  date = {2023},', 'DA  - 2023///', [2023], '2023'],
])('of a date only what is known is said: %s', (issued, bibtex, ris, parts, words) => {
  const known = work({ issued })
  expect(toBibtex(known)).toContain(bibtex)
  expect(toRis(known)).toContain(`\r\n${ris}\r\n`)
  expect(JSON.parse(toCslJson([known]))[0].issued).toEqual({ 'date-parts': [parts] })
  expect(citeInWords(known, 'en')).toContain(`, ${words}, `)
})

test('a work without an address says nothing of one', () => {
  const none = work({ url: undefined })
  expect(toBibtex(none)).not.toContain('url =')
  expect(toRis(none)).not.toContain('UR')
  expect(JSON.parse(toCslJson([none]))[0]).not.toHaveProperty('URL')
  expect(citeInWords(none, 'ja')).toBe(
    'Ministry of Economy, Trade and Industry、「殺傷能力のある武器、輸出可能に」、2023年8月23日',
  )
})

test('a report is cited under the headline of its own language', () => {
  const report = {
    ...reportOf('r', '2023-08-23'),
    language: 'ja',
    kind: 'official' as const,
    headline: { en: 'Lethal weapons', ja: '殺傷武器' },
  }
  const source = { id: 'meti', name: { en: 'METI', ja: '経済産業省' }, kind: 'official' as const }
  const read = {
    date: '2023-08',
    locale: 'en' as const,
    official: 'Official document',
    accessed: '2026-11-26',
    note: 'n',
  }
  expect(workOfReport(report, source, read)).toMatchObject({
    author: 'METI',
    title: '殺傷武器',
    kind: 'official',
    container: undefined,
    genre: 'Official document',
    issued: '2023-08',
    language: 'ja',
  })
})
