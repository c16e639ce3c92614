import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { rulewireHere, saidProblems } from '../../support/command-line'
import { writeFiles } from '../../support/folders'

/* Folders with one fault each, which `check` is to name. */

const folder = mkdtempSync(join(tmpdir(), 'rulewire-faults-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const dir = join(folder, 'content')
const check = () => rulewireHere(['check', dir], {})

const dossier =
  'id: d\ntitle: D\ntimeZone: UTC\ndimensions: [{id: thing, values: [ship, {id: group, values: [gun]}]}]\n'
const sound = (): Map<string, string | Uint8Array> =>
  new Map<string, string | Uint8Array>([
    ['sources.yaml', '- {id: s, name: S, kind: agency}\n'],
    ['dossiers/d/dossier.yaml', dossier],
    ['dossiers/d/rules.yaml', '- {id: r, title: R}\n- {id: q, title: Q}\n'],
    ['dossiers/d/changes.yaml', '- id: c\n  title: C\n  alterations:\n    - {rule: r, to: permitted}\n'],
    ['dossiers/d/reports/a.md', '---\nid: a\nsource: s\nheadline: A\npublished: 2024\n---\nText.\n'],
  ])
const told = async (over: Record<string, string | Uint8Array | null>) => {
  const files = sound()
  for (const [file, text] of Object.entries(over))
    if (text === null) files.delete(file)
    else files.set(file, text)
  writeFiles(dir, files)
  const { code, stderr } = await check()
  return code === 0 ? '' : saidProblems(stderr).join('\n')
}
const rules = 'dossiers/d/rules.yaml'
const report = 'dossiers/d/reports/a.md'

test.each<[string, Record<string, string | Uint8Array | null>, RegExp | string]>([
  ['nothing', {}, ''],
  [
    'an anchor that is not there',
    { [rules]: '- {id: r, title: R}\n- {id: q, title: *t}\n' },
    /rules\.yaml:2(:\d+)?: is not valid YAML: the alias \*t stands for nothing, there is no &t before it$/,
  ],
  [
    'an anchor that holds itself',
    { [rules]: '- &r\n  id: r\n  title: R\n  note: *r\n' },
    /rules\.yaml:4(:\d+)?: holds itself, by way of its alias$/,
  ],
  [
    'lists within lists without end',
    { [rules]: '['.repeat(100_000) },
    /rules\.yaml:1(:\d+)?: is nested too deeply to be read/,
  ],
  [
    'a value that holds itself',
    { 'dossiers/d/dossier.yaml': dossier.replace('[ship', '[&s {id: ship, values: [*s]}') },
    /dossier\.yaml:4(:\d+)?: holds itself/,
  ],
  [
    'a dimension that no language can name',
    { [rules]: '- id: r\n  title: R\n  scope: {__proto__: [gun]}\n- {id: q, title: Q}\n' },
    /rules\.yaml:3(:\d+)?: scope\.__proto__ cannot be the name of anything/,
  ],
  [
    'a dimension called as a parameter',
    { 'dossiers/d/dossier.yaml': dossier.replace('id: thing', 'id: known') },
    /dossier\.yaml:4(:\d+)?: dimensions\.0\.id is what addresses call something else/,
  ],
  ['an anchor', { [rules]: '- {id: r, title: &t R}\n- &q {id: q, title: *t}\n' }, ''],
  ['a merge key', { [rules]: '- &r {id: r, title: R}\n- {<<: *r, id: q}\n' }, ''],
  [
    'anchors that multiply',
    { [rules]: bomb() },
    /rules\.yaml:9(:\d+)?: makes the file too large: its aliases add 16 MB at most, written out$/,
  ],
  [
    'a merge of what is no group',
    { [rules]: '- &r [x]\n- {<<: *r, id: q}\n' },
    /rules\.yaml:1(:\d+)?: is not valid YAML: Merge/,
  ],
  [
    'an id twice',
    { [rules]: '- {id: r, title: R}\n- {id: r, title: Q}\n' },
    /rules\.yaml:2(:\d+)?: id is used by another rule too/,
  ],
  [
    'a key twice',
    { [rules]: '- id: r\n  title: R\n  title: Q\n' },
    /rules\.yaml:3(:\d+)?: is not valid YAML: .*unique/,
  ],
  ['a second document', { [rules]: '[]\n---\n[]\n' }, /rules\.yaml:2(:\d+)?: holds a second document/],
  ['a tab', { [rules]: '- id: r\n\ttitle: R\n' }, /rules\.yaml:2(:\d+)?: is not valid YAML/],
  ['a map for a list', { [rules]: 'r: {title: R}\n' }, /rules\.yaml:1(:\d+)?: must be a list of rules/],
  ['a record that is a text', { [rules]: '- r\n' }, /rules\.yaml:1(:\d+)?: must be a group of fields/],
  ['text that is not UTF-8', { [rules]: Uint8Array.of(45, 32, 0xe9, 10) }, /rules\.yaml:1(:\d+)?: is not UTF-8 text/],
  [
    'a list under another ending',
    { [rules]: null, 'dossiers/d/rules.yml': '[]\n' },
    /rules\.yaml:1(:\d+)?: is missing, but there is rules\.yml/,
  ],
  ['no dossier.yaml', { 'dossiers/d/dossier.yaml': null }, 'dossiers/d/dossier.yaml:1: is missing'],
  ['an empty dossier.yaml', { 'dossiers/d/dossier.yaml': '' }, /dossier\.yaml:1(:\d+)?: must be a group of fields/],
  [
    'a folder of another name',
    { 'dossiers/d/dossier.yaml': dossier.replace('id: d', 'id: e') },
    /dossier\.yaml:1(:\d+)?: id is “e” in the folder “d”/,
  ],
  [
    'a report of another name',
    { [report]: '---\nid: b\nsource: s\nheadline: A\npublished: 2024\n---\n' },
    /a\.md:2(:\d+)?: id is “b”/,
  ],
  [
    'a report without a name',
    { [report]: '---\nsource: s\nheadline: A\npublished: 2024\n---\n' },
    /a\.md:2(:\d+)?: id is missing/,
  ],
  ['no publishers', { 'sources.yaml': null }, /a\.md:3(:\d+)?: source names an unknown source “s”/],
  ['no front matter', { [report]: 'Text.\n' }, /a\.md:1(:\d+)?: must start with YAML front matter/],
  ['front matter alone', { [report]: '---\nid: a\nsource: s\nheadline: A\npublished: 2024\n---' }, ''],
  ['a summary in it', { [report]: '---\nid: a\nsource: s\nheadline: A\npublished: 2024\nsummary: Text.\n---\n' }, ''],
  [
    'two summaries',
    { [report]: '---\nid: a\nsource: s\nheadline: A\npublished: 2024\nsummary: Text.\n---\nOther.\n' },
    /a\.md:6(:\d+)?: summary stands in the front matter and below it/,
  ],
  [
    'a bad dimension',
    { 'dossiers/d/dossier.yaml': dossier.replace('id: thing', 'id: constructor') },
    /dossier\.yaml:4(:\d+)?: dimensions\.0\.id is a word/,
  ],
])('%s', async (_, over, expected) => {
  const said = await told(over)
  if (typeof expected === 'string') expect(said).toBe(expected)
  else expect(said).toMatch(expected)
})

test('a folder in the place of a file, a file in the place of a folder', async () => {
  const files = sound()
  files.delete(rules)
  writeFiles(dir, files)
  mkdirSync(join(dir, rules))
  expect((await check()).stderr).toMatch(/rules\.yaml:1(:\d+)?: cannot be read/)
  rmSync(dir, { recursive: true })
  expect(await check()).toMatchObject({ code: 2 })
  writeFileSync(dir, '')
  expect(await check()).toMatchObject({ code: 2, stderr: expect.stringContaining('is not a folder') })
})

test('more reports than a process may hold files open', async () => {
  const files = sound()
  for (let n = 0; n < 400; n++)
    files.set(`dossiers/d/reports/r${n}.md`, `---\nid: r${n}\nsource: s\nheadline: A\npublished: 2024\n---\n`)
  writeFiles(dir, files)
  const command = `ulimit -n 200 && exec "$0" --import tsx db/cli/main.ts check "$1"`
  const { status, stdout } = spawnSync('sh', ['-c', command, process.execPath, dir], { encoding: 'utf8' })
  expect({ status, stdout }).toEqual({ status: 0, stdout: `${dir} is sound: 1 sources, 1 dossiers, 401 reports.\n` })
})

test('a folder without content, and a dossier named in its place', async () => {
  writeFiles(dir, [['README.md', '']])
  expect(await check()).toMatchObject({ code: 1, stderr: expect.stringContaining('holds no content') })
  writeFiles(dir, [['dossier.yaml', dossier]])
  expect(await check()).toMatchObject({ code: 1, stderr: expect.stringContaining('single dossier') })
})

/** Nine anchors, each ten times the one before. */
function bomb(): string {
  const lists = 'bcdefghi'.split('').map((name, at) => {
    const before = 'abcdefgh'[at]
    return `  ${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`
  })
  return ['- id: r', '  a: &a [x]', ...lists, ''].join('\n')
}
