import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchCounts, searchRecords } from '@/db/queries/search'
import { readContent } from '@/lib/content'
import { readSearch } from '@/lib/search/synonyms'
import { publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { anySearch } from '../../support/random/search'
import { referenceSearch } from '../../support/reference-search'

const { database } = await testDatabase()
const { db } = database
const read = await readContent('content')
if (!read.ok) throw new Error('the content is not sound')
const { content } = read
const dossiers = content.dossiers.map(({ dossier }) => dossier)
await publishContent(database, content)
const reference = referenceSearch(content)

const finds = async (words: string) => {
  const query = readSearch(words, dossiers)
  const hits = await searchRecords(db, { query, limit: 9999 })
  const counts = await searchCounts(db, { query })
  expect(counts.reduce((sum, { hits: some }) => sum + some, 0)).toBe(hits.length)
  return hits.map(({ kind, dossier, id }) => `${kind} ${dossier} ${id}`)
}

test.each(['[]', '...', '…', '"[]"', '。。', '、'])(
  'a search for nothing but signs finds nothing: %j',
  async (words) => {
    expect(await finds(words)).toEqual([])
  },
)

test.each([
  ['輸出。。', '輸出'],
  ['arms ...', 'arms'],
  ['lethal arms []', 'lethal arms'],
])('signs beside words change nothing: %j', async (words, plain) => {
  const found = await finds(plain)
  expect(found.length).toBeGreaterThan(0)
  expect(await finds(words)).toEqual(found)
})

test('whatever is asked, the engine finds what a walk over the records finds', async () => {
  const agree = async (words: string) => {
    expect(await finds(words)).toEqual(reference(readSearch(words, dossiers)))
  }
  await fc.assert(fc.asyncProperty(anySearch, agree), { seed: 13, numRuns: 150 })
})
