import { expect, test } from 'vitest'
import { openLink, passwordByLink, takeToken } from '@/db/commands/people/link'
import { startSession } from '@/db/commands/session'
import { createUser, disableUser, setDossierRole, setPassword, setRole } from '@/db/commands/user'
import { listAudit } from '@/db/queries/audit'
import { findLink, findLinkOf } from '@/db/queries/people/link'
import { findPerson, listPeople } from '@/db/queries/people/person'
import { findSession } from '@/db/queries/session'
import { tokenMark } from '@/lib/auth/token'
import { at } from '../../support/content'
import { testDatabase } from '../../support/database'
import { makeUser } from '../../support/users'

const { database, open } = await testDatabase()
const { db, write } = database
const root = await makeUser(database, 'root', 'admin')
const by = root.id
await write((tx) => setPassword(tx, { user: root.id, passwordHash: 'hash', at, by }))

const later = (hours: number) => new Date(Date.parse(at) + hours * 3_600_000).toISOString()
const sealed = { sealed: 'sealed', sealedBy: 'key' }
const give = (user: string, token: string, kind: 'invite' | 'reset' = 'reset') =>
  write((tx) => openLink(tx, { kind, user, mark: tokenMark(token), sealed, at, by }))
const use = (token: string, when = at) =>
  write((tx) => passwordByLink(tx, { mark: tokenMark(token), passwordHash: `by ${token}`, at: when }))

test('a link sets a password once, ends the sessions, and is in the audit log', async () => {
  const ann = await makeUser(database, 'ann')
  expect((await findPerson(db, ann.id))?.state).toBe('invited')
  await give(ann.id, 'one', 'invite')
  const session = await write((tx) => startSession(tx, { userId: ann.id, at }))
  expect(await use('other')).toBeNull()
  expect(await use('one')).toMatchObject({ id: ann.id, passwordHash: 'by one' })
  expect(await findSession(db, session.id, at)).toBeNull()
  expect(await use('one')).toBeNull()
  expect((await findPerson(db, ann.id))?.state).toBe('active')
  const told = await listAudit(db, { subject: ann.id, limit: 9 })
  expect(told.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['user.create', 'link.invite', 'link.use', 'user.password']),
  )
  expect(JSON.stringify(told)).not.toContain('one"')
})

test('of two who use a link at once one is too late', async () => {
  const bea = await makeUser(database, 'bea')
  await give(bea.id, 'both')
  const elsewhere = await open()
  const used = await Promise.all([
    use('both'),
    elsewhere.write((tx) => passwordByLink(tx, { mark: tokenMark('both'), passwordHash: 'elsewhere', at })),
  ])
  expect(used.filter((one) => one !== null)).toHaveLength(1)
})

test('a link ends by its time, by the next one, by a password that is set, and when the person is shut out', async () => {
  const cem = await makeUser(database, 'cem')
  const stands = (token: string, when = at) => findLink(db, tokenMark(token), when)
  await give(cem.id, 'first')
  expect(await stands('first', later(23.9))).toMatchObject({ kind: 'reset', userId: cem.id })
  expect(await stands('first', later(24))).toBeNull()
  expect(await use('first', later(24))).toBeNull()
  await give(cem.id, 'second')
  expect(await stands('first')).toBeNull()
  await write((tx) => setPassword(tx, { user: cem.id, passwordHash: 'hash', at, by }))
  expect(await stands('second')).toBeNull()
  await give(cem.id, 'third')
  await write((tx) => disableUser(tx, { user: cem.id, at, by }))
  expect(await findLinkOf(db, cem.id, at)).toBeNull()
  // One that was made after all opens nothing either.
  await give(cem.id, 'fourth')
  expect(await use('fourth')).toBeNull()
})

test('its token is shown once, to who made it', async () => {
  const dan = await makeUser(database, 'dan')
  await give(dan.id, 'shown')
  expect(await write((tx) => takeToken(tx, { user: dan.id, by: dan.id }))).toBeNull()
  expect(await write((tx) => takeToken(tx, { user: dan.id, by }))).toMatchObject(sealed)
  expect(await write((tx) => takeToken(tx, { user: dan.id, by }))).toBeNull()
})

test('another role, for the site or for a dossier, ends every session', async () => {
  const eva = await makeUser(database, 'eva', 'author')
  const start = () => write((tx) => startSession(tx, { userId: eva.id, at }))
  const one = await start()
  await write((tx) => setRole(tx, { user: eva.id, role: 'editor', at, by }))
  expect(await findSession(db, one.id, at)).toBeNull()
  const two = await start()
  await write((tx) => setDossierRole(tx, { user: eva.id, dossier: 'd', role: 'admin', at, by }))
  expect(await findSession(db, two.id, at)).toBeNull()
})

test('an administrator who was only invited does not count as one who could let others in', async () => {
  await write((tx) => createUser(tx, { login: 'invited', name: 'I', role: 'admin', passwordHash: null, at, by }))
  expect(await write((tx) => disableUser(tx, { user: root.id, at, by }))).toEqual({ ok: false, reason: 'last-admin' })
  expect((await listPeople(db)).find(({ user }) => user.login === 'invited')?.state).toBe('invited')
})
