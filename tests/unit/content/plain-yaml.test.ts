import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseYaml, splitFrontMatter } from '@/lib/content/document'
import { readPlain } from '@/lib/content/plain-yaml'

/** What the other parser makes of it: a comment with a backslash is not plain. */
const carefully = (text: string) => parseYaml('file', `# \\\n${text}`)

const pieces = [
  ...['a', 'id', 'x: ', 'y: ', 'k:', ': ', ':', ' ', '  ', '\n', '\n  ', '\n\n', '\n- ', '- ', '- - ', '-', '#', ' #c'],
  ...['[', ']', '{', '}', ', ', ',', '"', "'", '"a"', "'b'", '{a: b}', '[c, d]', '[]', '{}', '|\n', '|-\n  ', '>\n  '],
  ...[
    'null',
    '~',
    'true',
    'False',
    '007',
    '1.5',
    '2023-08-23',
    '0x1F',
    '.inf',
    'http://x',
    'a:b',
    "it's",
    'R&D',
    '50%',
  ],
  ...[
    '&a',
    '*a',
    '!',
    '!!str ',
    '%',
    '@',
    '`',
    '=',
    '?',
    '? ',
    '\\',
    '\\n',
    '\r\n',
    '\r',
    '\t',
    '\ufeff',
    '\u2028',
    '\u00a0',
  ],
  ...['日本', '？', '：', '__proto__: ', 'constructor: ', '<<: ', '---\n', '...\n'],
]
const anyText = fc.array(fc.constantFrom(...pieces), { maxLength: 18 }).map((some) => some.join(''))

test('what is read quickly is what is read with care, and nothing is that has a fault', () => {
  let read = 0
  fc.assert(
    fc.property(anyText, (text) => {
      const plain = readPlain(text)
      if (!plain) return
      read++
      const { data, problems } = carefully(text)
      expect(problems).toEqual([])
      expect(JSON.stringify(plain.data)).toBe(JSON.stringify(data))
    }),
    { numRuns: 20_000 },
  )
  expect(read).toBeGreaterThan(1000)
})

test.each([
  ['names that are no text', 'null: x'],
  ['a name that is none', ': x'],
  ['something behind what closes an item', "k:\n- 'b' y: c"],
  ['something behind an item in an item', 'k:\n- - []y: c'],
  ['an anchor', 'a: &b c'],
  ['a merge', 'a: {<<: {b: c}}'],
  ['a tag', 'a: !!str b'],
  ['a second document', 'a: b\n---\nc: d'],
  ['a text in a block', 'a: |\n  b'],
  ['an escape', 'a: "b\\nc"'],
  ['a name twice', 'a: b\na: c'],
  ['nothing', ''],
  ['more levels than are read', `${'['.repeat(60)}${']'.repeat(60)}`],
])('%s is left to the other parser', (_, text) => {
  expect(readPlain(text)).toBeNull()
})

test('nearly all reports of the demonstration are plain, and say the same', () => {
  const folders = ['japan-defence-transfers', 'eu-ai-act', 'us-chip-export-controls'].flatMap((id) => {
    const folder = join('content/dossiers', id, 'reports')
    return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  })
  const matters = folders.flatMap((text) => splitFrontMatter(text)?.matter ?? [])
  const plain = matters.filter((matter) => {
    const found = readPlain(matter)
    if (found) expect(found.data).toEqual(carefully(matter).data)
    return found
  })
  expect(plain.length).toBeGreaterThan(0.9 * matters.length)
})
