import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { engine } from '@/db/dialect'
import { listDrafts } from '@/db/queries/draft'
import { currentEditionNumber } from '@/db/queries/edition'
import { type ContentTree, writeContent } from '@/lib/content'
import { rulewire, rulewireHere, saidProblems } from '../../support/command-line'
import { contentOf, position } from '../../support/content'
import { testDatabase } from '../../support/database'
import { moves, report, rule } from '../../support/dossiers'

const { database, env, folder } = await testDatabase()
const run = (...args: string[]) => rulewireHere(args, env)

const content = contentOf({
  rules: [rule('zebra'), rule('arms')],
  reports: [
    {
      ...report('r1', '2023-08-23', moves('open', 'in_force')),
      headline: { ja: '解禁', en: 'Opened' },
      summary: 'Two\n\nlines.',
    },
    { ...report('r2', '2023-09', moves('open', 'suspended')), positions: [position('komeito', 'open')] },
  ],
})

function writeFolder(name: string, tree: ContentTree): string {
  const dir = join(folder, name)
  for (const [file, text] of writeContent(tree)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true })
    writeFileSync(join(dir, file), text)
  }
  return dir
}
const read = (dir: string) =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(dir.length), readFileSync(file, 'utf8')]),
  )
const dir = writeFolder('content', content)

test('bad usage ends with 2 and says what is wrong', async () => {
  const wrong = [
    [],
    ['frobnicate'],
    ['import'],
    ['import', dir, 'more'],
    ['import', dir, '--loud'],
    ['check', join(folder, 'nowhere')],
    ['verdict', join(folder, 'nowhere')],
    ['user', 'promote', 'x'],
    ['user'],
    ['user', 'add', 'x', '--role', 'king'],
    ['user', 'role', 'x'],
    ['user', 'role', 'x', 'king'],
    ['user', 'list', 'x'],
    ['audit', '--limit', 'all'],
    ['audit', '--limit', '-1'],
    ['user', 'add', 'a b'],
    ['audit', '--since', 'Tuesday'],
  ]
  const ran = [await rulewire([], env)]
  for (const args of wrong.slice(1)) ran.push(await run(...args))
  expect(ran.map(({ code }) => code)).toEqual(wrong.map(() => 2))
  for (const { stdout, stderr } of ran) {
    expect(stdout).toBe('')
    expect(stderr).toMatch(/Usage: npm run rulewire/)
    expect(stderr).not.toMatch(/\n\s+at /)
  }
})

test('check names file, line and field of each problem', async () => {
  const sick = writeFolder('sick', content)
  const file = join(sick, 'dossiers/test/reports/r1.md')
  writeFileSync(file, readFileSync(file, 'utf8').replace('change: open', 'change: opne').replace('kyodo-news', 'kyodo'))
  const { code, stderr } = await run('check', sick)
  expect(code).toBe(1)
  const lines = saidProblems(stderr)
  expect(lines).toHaveLength(2)
  expect(lines.join('\n')).toMatch(
    /dossiers\/test\/reports\/r1\.md:\d+:\d+: effects\.0\.change names an unknown change “opne”/,
  )
  expect((await run('import', sick, '--publish')).code).toBe(1)
  expect((await run('check', dir)).code).toBe(0)
})

describe('import and export', () => {
  test('without --publish makes drafts for the author, and none over others', async () => {
    expect(await run('import', dir)).toMatchObject({ code: 1, stderr: expect.stringContaining('make a user first') })
    expect(await run('user', 'add', 'Ann', '--role', 'admin')).toMatchObject({ code: 0 })
    expect(await run('import', dir)).toMatchObject({ code: 0, stdout: '8 drafts for ann.\n' })
    expect(await currentEditionNumber(database.db)).toBe(0)
    expect(await run('import', dir)).toMatchObject({ code: 0, stdout: '0 drafts for ann.\n' })
    const other = structuredClone(content)
    if (other.sources[0]) other.sources[0].name = 'Another name'
    const otherDir = writeFolder('other', other)
    expect(await run('import', otherDir)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('source kyodo-news: you have a draft of it that says something else'),
    })
    expect(await listDrafts(database.db)).toHaveLength(8)
    expect(await run('import', dir, '--author', 'nobody')).toMatchObject({ code: 1 })
  })

  test('with --publish makes one edition, and none the second time', async () => {
    expect(await run('import', dir, '--publish')).toMatchObject({ code: 0, stdout: 'Published edition 1.\n' })
    expect(await run('import', dir, '--publish')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Nothing to publish'),
    })
    expect(await currentEditionNumber(database.db)).toBe(1)
  })

  test('an export that cannot be whole leaves what was there', async () => {
    const half = join(folder, 'half')
    mkdirSync(join(half, 'dossiers', content.dossiers[0]?.dossier.id ?? '', 'rules.yaml'), { recursive: true })
    expect(await run('export', half)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/rules\.yaml is a folder: move it away\.\s*$/),
    })
    expect(read(half)).toEqual({})
    writeFileSync(join(folder, 'file'), '')
    for (const target of [join(folder, 'file'), join(folder, 'file', 'x')])
      expect(await run('export', target)).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^(?!Failed unexpectedly).* (is a file|is below a file): name a folder/),
      })
  })

  test('export gives back the same bytes, and deletes only when told', async () => {
    const target = join(folder, 'exported')
    expect(await run('export', target)).toMatchObject({ code: 0 })
    expect(read(target)).toEqual(read(dir))
    writeFileSync(join(target, 'dossiers/test/reports/stale.md'), '')
    expect(await run('export', target)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('dossiers/test/reports/stale.md'),
    })
    expect(await run('export', target, '--prune')).toMatchObject({ code: 0 })
    expect(read(target)).toEqual(read(dir))
  })
})

describe('verdict', () => {
  const lines = [
    '{"case":{"thing":"ship","place":"near"},"on":"2023-08-22"}',
    '{"case":{"thing":"ship","place":"near"},"on":"2023-08-23"}',
    '',
    'not json',
    '{"case":{"thing":"sihp","place":"near"},"on":"2023-08-23"}',
    '{"case":{"thing":"ship","place":"near"},"on":"2023-02-30"}',
    '{"case":{"thing":"ship","__proto__":"near"},"on":"2023-08-23"}',
    '{"case":{"thing":"weapon","place":"far"},"on":"2024-01-01","known":"2023-08-31"}',
  ]
  const expected = [
    { disposition: 'unstated', rule: null, change: null, on: '2023-08-22', known: null },
    { disposition: 'permitted', rule: 'arms', change: 'open', since: '2023-08-23' },
    { error: { line: 4, field: '' } },
    { error: { line: 5, field: 'case.thing' } },
    { error: { line: 6, field: 'on' } },
    { error: { line: 7, field: 'case.__proto__' } },
    { disposition: 'permitted', known: '2023-08-31' },
  ]

  test.each([
    ['the database', 'test', 1],
    ['a folder', join(dir, 'dossiers', 'test'), null],
  ])('from %s, in the order of the lines', async (_, dossier, edition) => {
    const { code, stdout, stderr } = await rulewire(['verdict', dossier], env, lines.join('\n'))
    expect(stderr).toBe('')
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers).toMatchObject(expected)
    expect(answers[0].edition).toBe(edition)
    expect(code).toBe(1)
    expect((await rulewireHere(['verdict', dossier], env, lines.slice(0, 2).join('\n'))).code).toBe(0)
  })

  test('an unknown dossier is refused', async () => {
    expect(await run('verdict', 'nothing')).toMatchObject({ code: 1, stderr: expect.stringContaining('nothing') })
    expect(await run('verdict', './nothing')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('not a folder'),
    })
  })
})

test('verify says that all is well, and what is not', async () => {
  expect(await run('verify')).toMatchObject({ code: 0, stdout: 'The database is sound, at edition 1.\n' })
  await database.upkeep.exclusively(async (run) => {
    await run("UPDATE records SET data = replace(data, 'suspended', 'rejected')")
    await run("DELETE FROM effects WHERE report = 'r1'")
    await run('UPDATE head SET edition = 2')
  })
  const { code, stderr } = await run('verify')
  expect(code).toBe(1)
  expect(stderr).toMatch(/head says edition 2/)
  expect(stderr).toMatch(/report test\/r2: differs from revision 1/)
  expect(stderr).toMatch(/effects: 2 rows are missing and 1 are not/)
  await database.upkeep.exclusively((run) => run('UPDATE head SET edition = 1'))
})

describe.runIf(engine === 'sqlite')('backup and restore', () => {
  const file = () => join(folder, 'backup.db')

  test('what reads a database makes none where there is none', async () => {
    const nothing = { DATABASE_URL: '', RULEWIRE_DATA: join(folder, 'nothing') }
    for (const args of [['verify'], ['backup', join(folder, 'of-nothing.db')]])
      expect(await rulewireHere(args, nothing)).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^There is no database at .*nothing/),
      })
    expect(existsSync(join(folder, 'nothing'))).toBe(false)
  })

  test('a backup of the running database can be restored into an empty folder', async () => {
    expect(await run('backup', file())).toMatchObject({ code: 0 })
    expect(await run('backup', file())).toMatchObject({ code: 1, stderr: expect.stringContaining('--force') })
    const empty = { DATABASE_URL: '', RULEWIRE_DATA: join(folder, 'empty') }
    expect(await rulewireHere(['restore', file()], empty)).toMatchObject({ code: 0 })
    expect(await rulewireHere(['verify'], empty)).toMatchObject({ code: 1, stderr: expect.stringContaining('differs') })
    expect(await rulewireHere(['restore', file()], empty)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--force'),
    })
    expect(await rulewireHere(['restore', file(), '--force'], empty)).toMatchObject({ code: 0 })
    expect(readdirSync(join(folder, 'empty')).filter((name) => name.includes('restored'))).toEqual([])
  })

  test('a backup goes to a file of its own, in a folder that is there', async () => {
    const itself = join(folder, 'itself.db')
    symlinkSync(join(env.RULEWIRE_DATA ?? '', 'rulewire.db'), itself)
    const inode = statSync(itself).ino
    const refusals = [
      [itself, 'is the database itself'],
      [folder, 'is a folder'],
      [join(folder, 'nowhere', 'x.db'), 'make it first'],
    ] as const
    for (const [target, words] of refusals)
      expect(await run('backup', target, '--force')).toMatchObject({ code: 1, stderr: expect.stringContaining(words) })
    expect(statSync(itself).ino).toBe(inode)
    expect(await run('restore', folder, '--force')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is a folder'),
    })
  })

  test('a database in use is not replaced, nor is any by a file that is no database', async () => {
    const before = await currentEditionNumber(database.db)
    expect(await rulewire(['restore', file(), '--force'], env)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('locked'),
    })
    writeFileSync(join(folder, 'junk'), 'x'.repeat(9000))
    const spare = { DATABASE_URL: '', RULEWIRE_DATA: join(folder, 'spare') }
    expect(await rulewireHere(['restore', join(folder, 'junk')], spare)).toMatchObject({ code: 1 })
    expect(existsSync(join(folder, 'spare', 'rulewire.db'))).toBe(false)
    expect(await currentEditionNumber(database.db)).toBe(before)
    rmSync(join(folder, 'spare'), { recursive: true, force: true })
  })
})

test.runIf(engine === 'postgres')('backup and restore point to the tools of PostgreSQL', async () => {
  expect(await run('backup', join(folder, 'x'))).toMatchObject({ code: 1, stderr: expect.stringContaining('pg_dump') })
  expect(await run('restore', join(folder, 'x'))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('pg_restore'),
  })
})
