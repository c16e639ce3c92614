import { expect, test } from 'vitest'
import { addIdentity, noteIdentity, removeIdentity } from '@/db/commands/people/identity'
import { addPasskey, notePasskey, removePasskeys, spendChallenge } from '@/db/commands/people/passkey'
import { startSession } from '@/db/commands/session'
import { disableUser } from '@/db/commands/user'
import { listAudit } from '@/db/queries/audit'
import { countAdministrators } from '@/db/queries/people/administrator'
import { findUserByIdentity, listIdentities } from '@/db/queries/people/identity'
import { findPasskey, listPasskeys } from '@/db/queries/people/passkey'
import { findPerson } from '@/db/queries/people/person'
import { findSession } from '@/db/queries/session'
import { at } from '../../support/content'
import { testDatabase } from '../../support/database'
import { makeUser } from '../../support/users'

const { database, open } = await testDatabase()
const { db, write } = database
const start = (userId: string) => write((tx) => startSession(tx, { userId, at }))

test('a passkey is kept once, noted when it is used, and taken away with the other sessions', async () => {
  const ann = await makeUser(database, 'ann', 'admin')
  expect((await findPerson(db, ann.id))?.state).toBe('invited')
  expect(await countAdministrators(db)).toBe(0)
  const passkey = { id: 'c1', userId: ann.id, name: 'Laptop', publicKey: 'key', counter: 1, transports: ['internal'] }
  expect(await write((tx) => addPasskey(tx, { ...passkey, at }))).toBe(true)
  expect(await write((tx) => addPasskey(tx, { ...passkey, at }))).toBe(false)
  expect((await findPerson(db, ann.id))?.state).toBe('active')
  expect(await countAdministrators(db)).toBe(1)
  await write((tx) => notePasskey(tx, { id: 'c1', counter: 2, at }))
  expect(await findPasskey(db, 'c1')).toEqual({ ...passkey, counter: 2, createdAt: at, lastUsedAt: at })
  const [own, other] = [await start(ann.id), await start(ann.id)]
  const bob = await makeUser(database, 'bob')
  expect(await write((tx) => removePasskeys(tx, { user: bob.id, id: 'c1', at, by: bob.id }))).toBe(0)
  expect(await write((tx) => removePasskeys(tx, { user: ann.id, id: 'c1', at, by: ann.id, except: own.id }))).toBe(1)
  expect(await listPasskeys(db, ann.id)).toEqual([])
  expect(await findSession(db, own.id, at)).not.toBeNull()
  expect(await findSession(db, other.id, at)).toBeNull()
  const actions = (await listAudit(db, { subject: ann.id, limit: 9 })).map(({ action }) => action)
  expect(actions).toEqual(expect.arrayContaining(['passkey.add', 'passkey.remove']))
})

test('of two answers to one challenge one counts, on whatever node', async () => {
  const spend = (one: typeof database) => one.write((tx) => spendChallenge(tx, { challenge: 'once', at }))
  const both = await Promise.all([spend(database), spend(await open())])
  expect(both.filter((isTaken) => isTaken)).toHaveLength(1)
  expect(await spend(database)).toBe(false)
})

test('an account of a provider is one person’s, by issuer and subject together, until it is taken away', async () => {
  const cem = await makeUser(database, 'cem')
  const dan = await makeUser(database, 'dan')
  const identity = { issuer: 'https://login.example', subject: 's1' }
  const add = (user: string, given = identity) => write((tx) => addIdentity(tx, { ...given, user, at, by: dan.id }))
  expect(await findUserByIdentity(db, identity)).toBeNull()
  expect(await add(cem.id)).toBe(true)
  expect(await add(dan.id)).toBe(false)
  expect(await add(dan.id, { ...identity, issuer: 'https://other.example' })).toBe(true)
  expect((await findUserByIdentity(db, identity))?.id).toBe(cem.id)
  await write((tx) => noteIdentity(tx, { ...identity, at }))
  expect(await listIdentities(db, cem.id)).toMatchObject([{ ...identity, lastUsedAt: at }])
  const session = await start(cem.id)
  await write((tx) => removeIdentity(tx, { ...identity, user: dan.id, at, by: dan.id }))
  expect(await findSession(db, session.id, at)).not.toBeNull()
  await write((tx) => removeIdentity(tx, { ...identity, user: cem.id, at, by: dan.id }))
  expect(await findSession(db, session.id, at)).toBeNull()
  expect(await findUserByIdentity(db, identity)).toBeNull()
  expect(await add(cem.id)).toBe(true)
  await write((tx) => disableUser(tx, { user: cem.id, at, by: dan.id }))
  expect(await findUserByIdentity(db, identity)).toBeNull()
})
