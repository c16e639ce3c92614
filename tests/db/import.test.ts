import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { listCorrections } from '@/db/queries/correction'
import { type ContentTree, writeContent } from '@/lib/content'
import type { Effect } from '@/lib/model'
import { rulewireHere } from '../support/command-line'
import { contentOf } from '../support/content'
import { testDatabase } from '../support/database'
import { moves, report } from '../support/dossiers'

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
