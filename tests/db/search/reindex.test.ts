import { expect, test } from 'vitest'
import { migrate } from '@/db/migrate'
import { searchRecords } from '@/db/queries/search'
import { readSearch } from '@/lib/search/synonyms'
import { contentOf, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { rule } from '../../support/dossiers'

const { database } = await testDatabase()

test('a database whose search was written by an older form is made anew by the migration', async () => {
  const content = contentOf({ rules: [rule('arms'), rule('council', { title: { ja: '國防會議のミサイル' } })] })
  await publishContent(database, content)
  const dossiers = content.dossiers.map(({ dossier }) => dossier)
  const find = async (words: string) =>
    (await searchRecords(database.db, { query: readSearch(words, dossiers), limit: 9 })).map(({ id }) => id)
  await database.upkeep.exclusively(async (run) => {
    await run("UPDATE search SET title = ' 國防會議', text = ' 國防會議' WHERE id = 'council'")
    await run("DELETE FROM rulewire_migrations WHERE tag = '0008_search_forms'")
  })
  expect(await find('国防会議')).toEqual([])
  await migrate(database)
  for (const words of ['国防会議', '國防會議', 'みさいる']) expect(await find(words), words).toEqual(['council'])
})
