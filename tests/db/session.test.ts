import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { clearAttempts, forgiveSignIn, takeAttempt, takeSignIn } from '@/db/commands/attempt'
import { endSession, endSessionsOf, pruneSessions, startSession, touchSession } from '@/db/commands/session'
import { createUser, disableUser, enableUser, setPassword, setRole } from '@/db/commands/user'
import { listAudit } from '@/db/queries/audit'
import { findSession, listSessions } from '@/db/queries/session'
import { findUser, findUserByLogin } from '@/db/queries/user'
import { sessions } from '@/db/schema'
import { at } from '../support/content'
import { testDatabase } from '../support/database'
import { makeUser } from '../support/users'

const { database } = await testDatabase()
const { db, write } = database
const root = await makeUser(database, 'root', 'admin')
const user = await makeUser(database, 'Ann')
const by = root.id
const expiresAt = '2026-01-02T00:00:00.000Z'
const start = () => write((tx) => startSession(tx, { userId: user.id, at, expiresAt, userAgent: 'x', address: '::1' }))

const almost = '2026-01-01T23:59:59.000Z'

test('a session counts until it ends, is ended, or its user is disabled', async () => {
  const session = await start()
  expect(await findSession(db, session.id, at)).toEqual({ session, user })
  expect(await findSession(db, session.id, expiresAt)).toBeNull()
  expect(await findSession(db, 'unknown', at)).toBeNull()
  await write((tx) => touchSession(tx, { id: session.id, at: almost, expiresAt: '2026-01-03T00:00:00.000Z' }))
  expect(await findSession(db, session.id, expiresAt)).not.toBeNull()
  await write((tx) => endSession(tx, { id: session.id, at }))
  await write((tx) => touchSession(tx, { id: session.id, at, expiresAt: '2027-01-01T00:00:00.000Z' }))
  expect(await findSession(db, session.id, at)).toBeNull()
})

test('signing out everywhere ends every session but the one that is spared', async () => {
  const [spared, other] = [await start(), await start()]
  expect(await write((tx) => endSessionsOf(tx, { userId: user.id, at, except: spared.id }))).toBe(1)
  expect(await findSession(db, other.id, at)).toBeNull()
  expect((await listSessions(db, user.id, at)).map(({ id }) => id)).toEqual([spared.id])
})

test('a new password ends all sessions; a disabled user has none, not even after being let in again', async () => {
  const one = await start()
  await write((tx) => setPassword(tx, { user: user.id, passwordHash: 'hash', at, by }))
  expect(await findSession(db, one.id, at)).toBeNull()
  const two = await start()
  await write((tx) => disableUser(tx, { user: user.id, at, by }))
  expect(await findSession(db, two.id, at)).toBeNull()
  await write((tx) => enableUser(tx, { user: user.id, at, by }))
  expect(await findSession(db, two.id, at)).toBeNull()
  const actions = (await listAudit(db, { limit: 9 })).map(({ action }) => action)
  expect(actions).toEqual(expect.arrayContaining(['user.password', 'user.disable', 'user.enable', 'user.create']))
})

test('a session that is not used for eight hours ends by itself; its use is what counts', async () => {
  const { id } = await start()
  const stands = async (when: string) => (await findSession(db, id, when)) !== null
  expect(await stands('2026-01-01T07:59:59.999Z')).toBe(true)
  expect(await stands('2026-01-01T08:00:00.000Z')).toBe(false)
  await write((tx) => touchSession(tx, { id, at: '2026-01-01T07:00:00.000Z' }))
  expect(await stands('2026-01-01T14:59:59.999Z')).toBe(true)
  expect(await listSessions(db, user.id, '2026-01-01T15:00:00.000Z')).toEqual([])
})

test('sessions are deleted thirty days after they ended, not before', async () => {
  const { id } = await start()
  const rows = async () => db.$count(sessions, eq(sessions.id, id))
  await write((tx) => endSession(tx, { id, at }))
  await write((tx) => pruneSessions(tx, { at: '2026-01-31T00:00:00.000Z' }))
  expect(await rows()).toBe(1)
  await write((tx) => pruneSessions(tx, { at: '2026-01-31T00:00:00.001Z' }))
  expect(await rows()).toBe(0)
})

test('logins differ by more than case and width, and the last administrator stays', async () => {
  expect((await findUserByLogin(db, ' ＡＮＮ'))?.id).toBe(user.id)
  const again = { login: 'ANN', name: '', role: 'author' as const, passwordHash: null, at, by }
  expect(await write((tx) => createUser(tx, again))).toEqual({ ok: false, reason: 'login-taken' })
  expect(await write((tx) => setRole(tx, { user: root.id, role: 'editor', at, by }))).toEqual({
    ok: false,
    reason: 'last-admin',
  })
  expect(await write((tx) => disableUser(tx, { user: root.id, at, by }))).toEqual({ ok: false, reason: 'last-admin' })
  expect(await write((tx) => setRole(tx, { user: user.id, role: 'admin', at, by }))).toMatchObject({ ok: true })
  expect(await write((tx) => disableUser(tx, { user: root.id, at, by }))).toMatchObject({ ok: true })
  expect((await findUser(db, root.id))?.disabledAt).toBe(at)
  expect(await write((tx) => disableUser(tx, { user: 'nobody', at, by }))).toEqual({ ok: false, reason: 'unknown' })
})

test('attempts are counted when they are made at once, and forgotten with their window', async () => {
  const key = 'ann from ::1'
  const take = (when = at) => write((tx) => takeAttempt(tx, { key, at: when, limit: 5, windowSeconds: 60 }))
  const taken = await Promise.all(Array.from({ length: 12 }, () => take()))
  expect(taken.filter(({ allowed }) => allowed)).toHaveLength(5)
  expect(taken[0]?.until).toBe('2026-01-01T00:01:00.000Z')
  expect(await take('2026-01-01T00:00:59.999Z')).toMatchObject({ allowed: false })
  expect(await take('2026-01-01T00:01:00.000Z')).toMatchObject({ allowed: true })
  await write((tx) => clearAttempts(tx, { key }))
  expect(await take()).toMatchObject({ allowed: true })
})

test('one sender has so many tries at an account; guesses from everywhere slow it and lock nobody out', async () => {
  const take = (sender: string, login = 'ann') => write((tx) => takeSignIn(tx, { login, sender, at }))
  const own = []
  for (let n = 0; n < 12; n++) own.push(await take('192.0.2.1'))
  expect(own.map(({ allowed }) => allowed)).toEqual([...Array(10).fill(true), false, false])
  const others = await Promise.all(Array.from({ length: 30 }, (_, n) => take(`192.0.2.${n + 2}`)))
  expect(others.every(({ allowed }) => allowed)).toBe(true)
  expect(Math.max(...others.map(({ tries }) => tries))).toBe(42)
  expect(await take('192.0.2.99', 'bob')).toEqual({ allowed: true, tries: 1 })
  await write((tx) => forgiveSignIn(tx, { login: 'ann', sender: '192.0.2.1', at }))
  expect(await take('192.0.2.1')).toEqual({ allowed: true, tries: 42 })
})

test('one sender may not try all accounts', async () => {
  const tries = []
  for (let n = 0; n < 60; n++)
    tries.push(await write((tx) => takeSignIn(tx, { login: `user-${n}`, sender: '2001:db8::/64', at })))
  expect(tries.filter(({ allowed }) => allowed)).toHaveLength(50)
})
