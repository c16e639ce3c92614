import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readForm } from '@/db/held/held'
import { sharingParts } from '@/db/held/share-parts'
import { loadDossier } from '@/db/queries/record'
import { contentOf, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { anyDossier, moves, report } from '../../support/dossiers'

const { database } = await testDatabase()

test('reports that share their parts say what they said', () => {
  fc.assert(
    fc.property(anyDossier, ({ reports }) => {
      expect(structuredClone(reports).map(sharingParts())).toEqual(reports)
    }),
  )
})

test('what is read whole is what is public, and many reports with nothing in a list hold one list', async () => {
  const told = ['a', 'b'].map((id) => report(id, '2023-08-23', moves('open', 'proposed')))
  await publishContent(database, contentOf({ reports: told }))
  const { records } = await readForm(database.db, 'test')
  expect(records).toEqual(await loadDossier(database.db, 'test'))
  const [one, other] = records?.reports ?? []
  expect(one?.positions).toBe(other?.positions)
  expect(() => one?.positions.push({ actor: 'komeito', change: 'open', stance: 'wary' })).toThrow(TypeError)
})
