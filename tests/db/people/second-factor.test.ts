import { expect, test } from 'vitest'
import { takeCode, takeProof } from '@/db/commands/attempt'
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  spendRecoveryCode,
  spendTotpStep,
  takeNewCodes,
} from '@/db/commands/people/second-factor'
import { proveSession, startSession } from '@/db/commands/session'
import { listAudit } from '@/db/queries/audit'
import { countRecoveryCodes, findSecondFactor, hasSecondFactor } from '@/db/queries/people/second-factor'
import { findSession } from '@/db/queries/session'
import { at } from '../../support/content'
import { testDatabase } from '../../support/database'
import { makeUser } from '../../support/users'

const { database, open } = await testDatabase()
const { db, write } = database
const ann = await makeUser(database, 'ann', 'admin')
const user = ann.id
const secret = { sealed: 'sealed', sealedBy: 'key' }
const codes = { marks: ['m1', 'm2'], sealed: 'codes' }
const start = () => write((tx) => startSession(tx, { userId: user, at }))

test('it is asked for once a code was given; other sessions end then, and its codes are shown once', async () => {
  const [own, other] = [await start(), await start()]
  await write((tx) => beginSecondFactor(tx, { user, at, secret }))
  expect(await hasSecondFactor(db, user)).toBe(false)
  expect(await write((tx) => spendTotpStep(tx, { user, step: 5 }))).toBe(false)
  const given = { user, at, step: 7, codes, session: own.id }
  expect(await write((tx) => confirmSecondFactor(tx, given))).toBe(true)
  expect(await write((tx) => confirmSecondFactor(tx, given))).toBe(false)
  expect(await hasSecondFactor(db, user)).toBe(true)
  expect(await findSession(db, own.id, at)).not.toBeNull()
  expect(await findSession(db, other.id, at)).toBeNull()
  expect(await write((tx) => takeNewCodes(tx, user))).toEqual({ sealed: 'codes', sealedBy: 'key' })
  expect(await write((tx) => takeNewCodes(tx, user))).toBeNull()
  // Begun once more, the one in use stays.
  await write((tx) => beginSecondFactor(tx, { user, at, secret: { sealed: 'other', sealedBy: 'key' } }))
  expect(await findSecondFactor(db, user)).toMatchObject({ sealed: 'sealed', lastStep: 7 })
})

test('a code is taken once, also of two that come at the same moment by two nodes', async () => {
  const elsewhere = await open()
  const both = await Promise.all(
    [database, elsewhere].map((one) => one.write((tx) => spendTotpStep(tx, { user, step: 9 }))),
  )
  expect(both.filter((isTaken) => isTaken)).toHaveLength(1)
  expect(await write((tx) => spendTotpStep(tx, { user, step: 8 }))).toBe(false)
  expect(await write((tx) => spendTotpStep(tx, { user, step: 10 }))).toBe(true)
})

test('a recovery code is good once, for its own user, until there are new ones', async () => {
  const bob = await makeUser(database, 'bob')
  const spend = (who: string, mark: string) => write((tx) => spendRecoveryCode(tx, { user: who, mark, at }))
  expect(await spend(bob.id, 'm1')).toBe(false)
  expect(await spend(user, 'm1')).toBe(true)
  expect(await spend(user, 'm1')).toBe(false)
  expect(await countRecoveryCodes(db, user)).toBe(1)
  await write((tx) => renewRecoveryCodes(tx, { user, at, codes: { marks: ['m3'], sealed: 'new' } }))
  expect(await spend(user, 'm2')).toBe(false)
  expect(await spend(user, 'm3')).toBe(true)
})

test('given up, it is gone with its codes and the other sessions; all of it is in the audit log', async () => {
  const [own, other] = [await start(), await start()]
  await write((tx) => renewRecoveryCodes(tx, { user, at, codes }))
  expect(await write((tx) => removeSecondFactor(tx, { user, at, by: user, except: own.id }))).toBe(true)
  expect(await write((tx) => removeSecondFactor(tx, { user, at, by: user }))).toBe(false)
  expect(await countRecoveryCodes(db, user)).toBe(0)
  expect(await findSession(db, own.id, at)).not.toBeNull()
  expect(await findSession(db, other.id, at)).toBeNull()
  const actions = (await listAudit(db, { subject: user, limit: 50 })).map(({ action }) => action)
  expect(actions).toEqual(
    expect.arrayContaining(['begin', 'codes', 'recovery', 'remove'].map((one) => `second-factor.${one}`)),
  )
})

test('a proof is noted; guesses at it are counted by the session, guesses at codes by the account that they are for', async () => {
  const [one, two] = [await start(), await start()]
  await write((tx) => proveSession(tx, { id: one.id, at: '2026-01-01T00:30:00.000Z' }))
  expect((await findSession(db, one.id, at))?.session.provedAt).toBe('2026-01-01T00:30:00.000Z')
  const proofs = []
  for (let n = 0; n < 12; n++) proofs.push(await write((tx) => takeProof(tx, { session: one.id, at })))
  expect(proofs.filter(({ allowed }) => allowed)).toHaveLength(10)
  expect(await write((tx) => takeProof(tx, { session: two.id, at }))).toMatchObject({ allowed: true })
  const guesses = []
  for (let n = 0; n < 25; n++) guesses.push(await write((tx) => takeCode(tx, { user, at })))
  expect(guesses.filter(({ allowed }) => allowed)).toHaveLength(20)
  expect(await write((tx) => takeCode(tx, { user: 'other', at }))).toMatchObject({ allowed: true })
})
