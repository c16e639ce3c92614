import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { type Database, openDatabase } from '@/db/client'
import { engine } from '@/db/dialect'
import { migrate } from '@/db/migrate'
import { prepare } from '@/db/prepare'
import { testDatabase } from '../support/database'
import { writeFiles } from '../support/folders'

const { database } = await testDatabase()

test('a database that is well gives no advice', async () => {
  expect(await database.upkeep.advice()).toEqual([])
})

test.runIf(engine === 'postgres').each([
  ['character type C', "LOCALE 'C'", 'locale_c'],
  ['the built-in locale', "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'", 'locale_builtin'],
  ['an ICU locale', "LOCALE_PROVIDER icu ICU_LOCALE 'und' LOCALE 'C'", 'locale ICU'],
])(
  'one that makes no trigrams of Japanese is told of at the start, with the sentence that makes one that does: %s',
  async (_, locale, name) => {
    const admin = new pg.Client(inject('template'))
    await admin.connect()
    const opened: Database[] = []
    const open = async (database: string) => {
      const url = new URL(inject('template'))
      url.pathname = `/${encodeURIComponent(database)}`
      const one = await openDatabase({ url: url.href })
      opened.push(one)
      return one
    }
    const folder = mkdtempSync(join(tmpdir(), 'rulewire-locale-'))
    try {
      await admin.query(`CREATE DATABASE "${name}" TEMPLATE template0 ENCODING 'UTF8' ${locale}`)
      writeFiles(folder, [['sources.yaml', '[]\n']])
      const notices = await prepare(await open(name), folder, '2026-11-29T00:00:00.000Z')
      expect(notices[0]).toMatch(/makes no trigrams of Japanese .*searches are right, but read every text/)
      expect(notices.join('\n')).not.toContain('rulewire:rulewire')
      const sentence = notices.find((line) => line.includes('CREATE DATABASE')) ?? ''
      await admin.query(sentence)
      const well = await open(`${name}_utf8`)
      await migrate(well)
      expect(await well.upkeep.advice()).toEqual([])
    } finally {
      await Promise.all(opened.map((one) => one.close()))
      for (const one of [name, `${name}_utf8`]) await admin.query(`DROP DATABASE IF EXISTS "${one}" WITH (FORCE)`)
      await admin.end()
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
