import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { rulewireHere } from '../../support/command-line'
import { writeFiles } from '../../support/folders'

const top = mkdtempSync(join(tmpdir(), 'rulewire-unread-'))
const dir = join(top, 'content')
afterAll(() => rmSync(top, { recursive: true, force: true }))

const story = (id: string, body = 'Told.\n') =>
  `---\nid: ${id}\nsource: daily\nheadline: x\npublished: 2024-02-02\n---\n${body}`
const sound: Record<string, string> = {
  'sources.yaml': '- {id: daily, name: Daily, kind: newspaper}\n',
  'dossiers/lamps/dossier.yaml':
    'id: lamps\ntitle: Lamps\ntimeZone: Asia/Tokyo\ndimensions: [{id: item, values: [lamp]}]\n',
  'dossiers/lamps/rules.yaml': '- {id: lamp-rule, title: Lamps}\n',
  'dossiers/lamps/reports/a.md': story('a'),
}
const check = async (more: Record<string, string>) => {
  writeFiles(dir, Object.entries({ ...sound, ...more }))
  return rulewireHere(['check', dir], {})
}
const unread = (stderr: string) =>
  stderr
    .split('\n')
    .flatMap((line) => /^(.*):1: (is not read: what is read here is .*|holds .*)$/.exec(line)?.[1] ?? [])

test('every file that nobody reads is named, and the check fails', async () => {
  const others = [
    'dossier.yaml',
    'sources.json',
    'extra/one.yaml',
    'dossiers/stray.yaml',
    'dossiers/lamps/actors.json',
    'dossiers/lamps/rule.yaml',
    'dossiers/lamps/Changes.yaml',
    'dossiers/lamps/rules.yml',
    'dossiers/lamps/report/b.md',
    'dossiers/lamps/reports/c.MD',
    'dossiers/lamps/reports/d.markdown',
    'dossiers/lamps/reports/e.yaml',
    'dossiers/lamps/reports/2024/f.md',
    'dossiers/lamps/reports/2024/deep/g.md',
  ]
  const { code, stderr, stdout } = await check(Object.fromEntries(others.map((file) => [file, story('x')])))
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(unread(stderr).sort()).toEqual([...others].sort())
  expect(stderr).toContain(
    'dossiers/lamps/reports/c.MD:1: is not read: what is read here is a file <id>.md for each report, and <id>.<language>.md for a translation of its summary.',
  )
})

test('an import does not pass them over either', async () => {
  writeFiles(dir, Object.entries({ ...sound, 'dossiers/lamps/reports/c.MD': story('c') }))
  const { code, stderr } = await rulewireHere(['import', dir, '--publish'], {
    RULEWIRE_DATA: join(top, 'data'),
    DATABASE_URL: '',
  })
  expect({ code, named: unread(stderr) }).toEqual({ code: 1, named: ['dossiers/lamps/reports/c.MD'] })
  const asked = await rulewireHere(['verdict', join(dir, 'dossiers', 'lamps')], {}, '{}\n')
  expect(asked).toMatchObject({ code: 1, stderr: expect.stringContaining('c.MD') })
})

test('a byte order mark, line ends of another system and a rule in the text are read', async () => {
  const { code, stdout } = await check({
    'dossiers/lamps/reports/b.md': `\uFEFF${story('b', 'One.\n\n---\n\nTwo.\n').replaceAll('\n', '\r\n')}`,
    'dossiers/lamps/rules.yaml': `\uFEFF${sound['dossiers/lamps/rules.yaml']}`,
  })
  expect({ code, stdout }).toEqual({ code: 0, stdout: `${dir} is sound: 1 sources, 1 dossiers, 2 reports.\n` })
})

test('what is for people, for the program itself, or hidden, may stand there', async () => {
  const { code, stderr } = await check({
    'README.md': 'x',
    LICENSE: 'x',
    '.gitignore': 'x',
    '.git/config': 'x',
    'decisions/0001.md': 'x',
    'dossiers/.DS_Store': 'x',
    'dossiers/lamps/README.md': 'x',
    'dossiers/lamps/reports/.a.md.swp': 'x',
  })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})

test('a folder by way of a link is read; a link to nothing is told of', async () => {
  await check({})
  writeFiles(join(top, 'elsewhere'), [
    ['dossier.yaml', (sound['dossiers/lamps/dossier.yaml'] ?? '').replace('lamps', 'linked')],
  ])
  symlinkSync(join(top, 'elsewhere'), join(dir, 'dossiers', 'linked'))
  const linked = await rulewireHere(['check', dir], {})
  expect(linked.stdout).toContain('2 dossiers')
  symlinkSync(join(top, 'nowhere'), join(dir, 'dossiers', 'lost'))
  expect(unread((await rulewireHere(['check', dir], {})).stderr)).toEqual(['dossiers/lost'])
})

test('of very many files in a folder that nobody reads a hundred are named, and how many more there are', async () => {
  const many = Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`dossiers/lamps/old-${at}.txt`, '']))
  const { stderr } = await check(many)
  expect(unread(stderr)).toHaveLength(101)
  expect(stderr).toContain('dossiers/lamps:1: holds 150 files more that are not read')
})
