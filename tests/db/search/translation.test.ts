import { expect, test } from 'vitest'
import { searchRecords } from '@/db/queries/search'
import { signOf } from '@/lib/content/summary'
import { readSearch } from '@/lib/search/synonyms'
import { contentOf, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { report } from '../../support/dossiers'

const { database } = await testDatabase()

test('a report is found by words of its summary in another language, until they are public no more', async () => {
  const told = { ...report('told', '2024-01-01'), summary: 'Told.' }
  const translated = { ...told, translations: { ja: { of: signOf('Told.'), summary: '輸出を伝えた。' } } }
  const content = contentOf({ reports: [translated] })
  const dossiers = content.dossiers.map(({ dossier }) => dossier)
  const find = async () =>
    (await searchRecords(database.db, { query: readSearch('輸出', dossiers), limit: 9 })).map(({ id }) => id)
  await publishContent(database, content)
  expect(await find()).toEqual(['told'])
  await publishContent(database, contentOf({ reports: [told] }))
  expect(await find()).toEqual([])
})
