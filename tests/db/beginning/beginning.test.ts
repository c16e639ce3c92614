import { expect, test } from 'vitest'
import { endBeginning, saveBeginning } from '@/db/commands/newsroom/beginning'
import { findBeginning, listRuleBeginnings } from '@/db/queries/newsroom/beginning'
import { at } from '../../support/content'
import { testDatabase } from '../../support/database'
import { makeUser } from '../../support/users'

const { database } = await testDatabase()
const { db, write } = database
const eve = (await makeUser(database, 'eve', 'editor')).id
const una = (await makeUser(database, 'una', 'editor')).id
const answers = { title: 'Dogs in the ponds', 'dimension.0.values': 'Small dogs\n– 柴犬' }
const save = (author: string, version: number, over = {}) =>
  write((tx) => saveBeginning(tx, { author, answers: { ...answers, ...over }, version, at }))

test('answers are kept as they are, for their author alone, and never over what was saved elsewhere', async () => {
  expect(await findBeginning(db, eve)).toBeNull()
  expect(await save(eve, 0)).toEqual({ ok: true, beginning: { answers, version: 1, updatedAt: at } })
  expect(await findBeginning(db, eve)).toEqual({ answers, version: 1, updatedAt: at })
  expect(await findBeginning(db, una)).toBeNull()
  expect(await save(eve, 1, { title: 'Ponds' })).toMatchObject({ ok: true, beginning: { version: 2 } })
  expect(await save(eve, 1, { title: 'Lakes' })).toMatchObject({ ok: false, conflict: { answers: { title: 'Ponds' } } })
  expect(await save(una, 5)).toEqual({ ok: false, conflict: null })
})

test('answers end with the version that became drafts', async () => {
  expect(await write((tx) => endBeginning(tx, { author: eve, version: 1 }))).toBe(false)
  expect(await write((tx) => endBeginning(tx, { author: eve, version: 2 }))).toBe(true)
  expect(await findBeginning(db, eve)).toBeNull()
})

test('a rule of a dossier is begun beside a dossier, and beside rules of others', async () => {
  const rule = (dossier: string, title: string, version = 0) =>
    write((tx) => saveBeginning(tx, { author: eve, dossier, answers: { 'rule.title': title }, version, at }))
  await save(eve, 0)
  await rule('ponds', 'No dogs')
  await rule('lakes', 'No boats')
  expect(await listRuleBeginnings(db, eve)).toEqual(['lakes', 'ponds'])
  expect(await rule('ponds', 'No cats')).toMatchObject({
    ok: false,
    conflict: { answers: { 'rule.title': 'No dogs' } },
  })
  expect(await rule('ponds', 'No cats', 1)).toMatchObject({ ok: true, beginning: { version: 2 } })
  expect(await write((tx) => endBeginning(tx, { author: eve, dossier: 'ponds', version: 2 }))).toBe(true)
  expect(await listRuleBeginnings(db, eve)).toEqual(['lakes'])
  expect(await findBeginning(db, eve)).toMatchObject({ answers })
  expect(await listRuleBeginnings(db, una)).toEqual([])
})
