import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { listCorrections } from '@/db/queries/correction'
import { listDiscarded, listDrafts } from '@/db/queries/draft'
import { type ContentTree, writeContent } from '@/lib/content'
import type { Effect } from '@/lib/model'
import { rulewireHere } from '../support/command-line'
import { contentOf } from '../support/content'
import { testDatabase } from '../support/database'
import { moves, report } from '../support/dossiers'
import { writeFiles } from '../support/folders'

const { database, env, folder } = await testDatabase()

const told = (stage: Effect['stage']) => contentOf({ reports: [report('first', '2023-08-23', moves('open', stage))] })

async function publish(name: string, tree: ContentTree, ...more: string[]): Promise<string> {
  for (const [file, text] of writeContent(tree)) {
    mkdirSync(dirname(join(folder, name, file)), { recursive: true })
    writeFileSync(join(folder, name, file), text)
  }
  return (await rulewireHere(['import', join(folder, name), '--publish', ...more], env)).stdout
}

test('a report that says something else is corrected for the reason given; where none is, that is said', async () => {
  expect(await publish('first', told('proposed'))).toBe('Published edition 1.\n')
  expect(await publish('second', told('agreed'), '--reason', 'The stage was misread.')).toBe('Published edition 2.\n')
  expect(await listCorrections(database.db, { limit: 9 })).toMatchObject([
    { report: { id: 'first' }, note: { note: 'The stage was misread.' } },
  ])
  expect(await publish('third', told('decided'), '--reason', ' ')).toMatch(
    /^Published edition 3\.\n.*something else now: 1\..* --reason TEXT/,
  )
  expect((await listCorrections(database.db, { limit: 1 }))[0]?.note.note).toBe('Import of files')
  const { stdout: help } = await rulewireHere(['help'], env)
  expect(help).toMatch(/note of correction on each published report/)
})

test('drafts of one’s own are in the way of an import, which says how to go on', async () => {
  const run = (...args: string[]) => rulewireHere(args, env)
  expect(await run('user', 'add', 'ann', '--role', 'admin')).toMatchObject({ code: 0 })
  const story = (headline: string) =>
    contentOf({
      reports: [
        report('first', '2023-08-23', moves('open', 'decided')),
        { ...report('story', '2024-07-01'), headline },
      ],
    })
  const write = (name: string, tree: ContentTree) => writeFiles(join(folder, name), writeContent(tree))
  write('one', story('One'))
  write('two', story('Two'))
  expect(await run('import', join(folder, 'one'))).toMatchObject({ code: 0, stdout: '1 draft for ann.\n' })
  const refused = await run('import', join(folder, 'two'))
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toBe(
    'report story: you have a draft of it that says something else\n' +
      'Publish or discard these drafts, or add --replace-drafts: they are then discarded and can be restored for 30 days.\n',
  )
  expect((await listDrafts(database.db)).map(({ title }) => title)).toEqual(['One'])
  expect(await run('import', join(folder, 'two'), '--replace-drafts')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^1 draft for ann\.\nIn the place of older ones: 1\./),
  })
  expect((await listDrafts(database.db)).map(({ title }) => title)).toEqual(['Two'])
  expect((await run('draft', 'list', '--discarded')).stdout).toMatch(/\tstory\tann\t.*\tOne\n$/)
  expect(await run('import', join(folder, 'two'), '--replace-drafts')).toMatchObject({ stdout: '0 drafts for ann.\n' })
  expect(await run('import', join(folder, 'two'), '--replace-drafts', '--publish')).toMatchObject({ code: 2 })
})

test('draft lists, shows, discards and restores', async () => {
  const run = (...args: string[]) => rulewireHere(['draft', ...args], env)
  const [draft] = await listDrafts(database.db)
  const id = draft?.id ?? ''
  expect(await run('list', '--author', 'ANN')).toEqual({
    code: 0,
    stderr: '',
    stdout: `${[id, 'report', 'test', 'story', 'ann', draft?.updatedAt, '1 KB', 'Two'].join('\t')}\n`,
  })
  const shown = await run('show', id)
  expect(JSON.parse(shown.stdout)).toMatchObject({ id, version: 1, data: { id: 'story', headline: 'Two' } })
  expect(await run('discard', id)).toMatchObject({ code: 0, stdout: expect.stringContaining(`draft restore ${id}`) })
  expect((await run('show', id)).stdout).toContain('"discardedAt"')
  expect((await run('list')).stdout).toBe('')
  expect(await run('restore', id)).toEqual({ code: 0, stderr: '', stdout: 'Restored the draft of report “story”.\n' })
  expect(await listDrafts(database.db)).toEqual([draft])
  const [older] = await listDiscarded(database.db, { at: new Date().toISOString() })
  expect(await run('restore', older?.id ?? '')).toMatchObject({
    code: 1,
    stderr: `Its author has another draft of that record by now, ${id}: publish or discard that one first.\n`,
  })
  for (const action of ['show', 'discard', 'restore'])
    expect(await run(action, 'nobody')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^There is no draft nobody/),
    })
  expect(await run('list', '--author', 'nobody')).toMatchObject({ code: 1 })
  for (const wrong of [[], ['toString', 'x'], ['show'], ['list', 'x'], ['discard', 'x', 'y']])
    expect(await run(...wrong)).toMatchObject({ code: 2, stdout: '' })
})
