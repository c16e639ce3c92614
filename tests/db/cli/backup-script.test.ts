import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { engine } from '@/db/dialect'
import { contentOf, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'

const { database, env, folder } = await testDatabase()
const backup = (...args: string[]) =>
  promisify(execFile)('sh', ['deploy/backup', ...args], { env: { ...process.env, ...env } }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, said: stdout + stderr }),
  )

describe.runIf(engine === 'sqlite' && process.platform !== 'win32')('deploy/backup', () => {
  const copies = join(folder, 'copies')

  test('keeps so many copies, each looked through, and deletes the oldest', async () => {
    await publishContent(database, contentOf())
    mkdirSync(copies)
    for (const day of ['01', '02']) writeFileSync(join(copies, `rulewire-2020-01-${day}T00-00-00Z.db`), '')
    writeFileSync(join(copies, 'notes.txt'), 'not a copy')
    const { code, said } = await backup(copies, '2')
    expect([code, said]).toEqual([0, expect.stringContaining('The database is sound, at edition 1.')])
    expect(readdirSync(copies)).toEqual([
      'notes.txt',
      'rulewire-2020-01-02T00-00-00Z.db',
      expect.stringMatching(/^rulewire-20\d\d-.*Z\.db$/),
    ])
  })

  test('a copy that is not whole says so in its name, and nothing is deleted for it', async () => {
    await database.upkeep.exclusively((run) => run('UPDATE head SET edition = 2'))
    const { code, said } = await backup(copies, '1')
    expect([code, said]).toEqual([1, expect.stringContaining('head says edition 2')])
    expect(readdirSync(copies).filter((name) => name.endsWith('.db'))).toHaveLength(2)
    expect(readdirSync(copies).filter((name) => name.endsWith('.unsound'))).toHaveLength(1)
  })

  test('what makes no sense is refused', async () => {
    for (const args of [[], [copies], [copies, '0'], [copies, 'all']])
      expect(await backup(...args)).toMatchObject({ code: 2, said: expect.stringContaining('backup FOLDER KEEP') })
  })
})
