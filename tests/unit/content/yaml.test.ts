import { describe, expect, test } from 'vitest'
import { parseYaml } from '@/lib/content/document'

const strict = (text: string) => parseYaml('text', text, { aliases: false }).problems.map(sayLine)
const inFile = (text: string) => parseYaml('file', text).problems.map(sayLine)
const sayLine = ({ line, message }: { line: number; message: string }) => `${line} ${message}`

/** `times` aliases of a text of `signs`. */
const repeated = (signs: number, times: number) => `text: &t "${'x'.repeat(signs)}"\nlist:\n${'- *t\n'.repeat(times)}`

describe('aliases in files', () => {
  test('stand for what they name', () => {
    expect(parseYaml('file', 'a: &a [1, {b: c}]\nd: *a\ne: {<<: &m {f: g}, h: *m}\n')).toMatchObject({
      data: { a: ['1', { b: 'c' }], d: ['1', { b: 'c' }], e: { f: 'g', h: { f: 'g' } } },
      problems: [],
    })
  })

  test('have a bound on what comes out, not on what stands in', () => {
    expect(inFile(repeated(1000, 9999))).toEqual([])
    expect(inFile(repeated(1_000_000, 10))).toEqual([])
    expect(inFile(repeated(1_000_000, 20))).toEqual([
      '19 makes the file too large: its aliases add 16 MB at most, written out',
    ])
    expect(inFile(repeated(1, 10_001))).toEqual(['10003 is one alias too many: 10000 at most in one file'])
    expect(inFile(`text: "${'x'.repeat(17_000_000)}"\n`)).toEqual([])
  })

  test('that multiply each other are refused before they are written out', () => {
    const levels = Array.from(
      { length: 30 },
      (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`,
    )
    expect(inFile(['a0: &a0 [x]', ...levels].join('\n'))).toEqual([
      '8 makes the file too large: its aliases add 16 MB at most, written out',
    ])
  })

  test('that stand for nothing, or for what they stand in, are told with their line', () => {
    expect(inFile('a: 1\nb: *x\nx: &x 1\n')).toEqual([
      '2 is not valid YAML: the alias *x stands for nothing, there is no &x before it',
    ])
    expect(inFile('a: &x\n  - b\n  - *x\n')).toEqual(['3 holds itself, by way of its alias'])
    expect(inFile('a: &x 1\nb: &x\n  c: *x\n')).toEqual(['3 holds itself, by way of its alias'])
  })
})

describe('a text from outside has none', () => {
  test('the first alias or anchor is told with its line', () => {
    expect(strict('id: x\ntitle: &t X\nnote: *t\n')).toEqual([
      '2 has an anchor (&t): write the text out where it is needed',
    ])
    expect(strict('id: x\nlist:\n  - *t\n')).toEqual(['3 has an alias (*t): write out what it stands for'])
    expect(strict('? &k key\n: value\n')).toHaveLength(1)
    expect(strict('id: x\nnote: "&t *t"\nurl: a&b*c\n')).toEqual([])
  })
})

test.each<[string, (depth: number) => string]>([
  ['brackets', (depth) => `a:\n  ${'['.repeat(depth)}${']'.repeat(depth)}\n`],
  ['brackets that do not end', (depth) => `a:\n  ${'['.repeat(depth)}\n`],
  ['braces', (depth) => `a:\n  ${'{a: '.repeat(depth)}${'}'.repeat(depth)}\n`],
  ['dashes', (depth) => `a:\n  ${'- '.repeat(depth)}x\n`],
])('what is nested at a depth that nothing has is refused before anything is made of it: %s', (_, nested) => {
  for (const problems of [inFile, strict]) {
    expect(problems(nested(90)).join()).not.toContain('deep')
    for (const depth of [110, 2000, 5000, 20_000])
      expect(problems(nested(depth))).toEqual(['2 is nested too deeply to be read'])
  }
})
