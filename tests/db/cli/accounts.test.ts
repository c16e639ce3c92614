import { expect, test } from 'vitest'
import { startSession } from '@/db/commands/session'
import { findUserByLogin } from '@/db/queries/user'
import { verifyPassword } from '@/lib/auth/password'
import { rulewireHere } from '../../support/command-line'
import { testDatabase } from '../../support/database'

const { database, env } = await testDatabase()
const run = (...args: string[]) => rulewireHere(args, env)
await run('user', 'add', 'Ann', '--role', 'admin')

test('users are made, given a new password and shut out', async () => {
  const passwordIn = ({ stdout }: { stdout: string }) => stdout.trim().split(': ')[1] ?? ''
  const added = await run('user', 'add', 'Bob', '--name', 'Bob B.', '--role', 'editor')
  const user = () => findUserByLogin(database.db, 'bob')
  expect(await user()).toMatchObject({ name: 'Bob B.', role: 'editor', mustChangePassword: true })
  expect(await verifyPassword((await user())?.passwordHash ?? null, passwordIn(added))).toBe(true)
  expect(await run('user', 'add', 'bob')).toMatchObject({ code: 1 })
  const reset = await run('user', 'reset', 'bob')
  expect(await verifyPassword((await user())?.passwordHash ?? null, passwordIn(added))).toBe(false)
  expect(await verifyPassword((await user())?.passwordHash ?? null, passwordIn(reset))).toBe(true)
  expect(await run('user', 'disable', 'bob')).toMatchObject({ code: 0 })
  expect((await user())?.disabledAt).not.toBeNull()
  expect(await run('user', 'disable', 'ann')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('last administrator'),
  })
  expect(await verifyPassword(null, 'nobody has this password')).toBe(false)
  expect(await run('user', 'enable', 'bob')).toMatchObject({ code: 0 })
  expect((await user())?.disabledAt).toBeNull()
})

test('roles are changed, users and their sessions listed', async () => {
  expect(await run('user', 'role', 'bob', 'author')).toMatchObject({
    code: 0,
    stdout: 'bob is author from now on (was editor).\n',
  })
  expect(await findUserByLogin(database.db, 'bob')).toMatchObject({ role: 'author' })
  expect(await run('user', 'role', 'ann', 'editor')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('last administrator'),
  })
  expect(await run('user', 'role', 'nobody', 'editor')).toMatchObject({ code: 1 })
  expect(await run('user', 'role', 'bob', 'editor', '--dossier', 'nowhere')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no dossier “nowhere”'),
  })
  const { stdout } = await run('user', 'list')
  expect(stdout).toMatch(/^LOGIN +ROLE +NAME\nann +admin +Ann +since .+\nbob +author +Bob B\. +since .+\n$/)
  expect(await run('user', 'sessions', 'bob')).toMatchObject({ code: 0, stdout: 'bob is signed in nowhere.\n' })
  const bob = await findUserByLogin(database.db, 'bob')
  const at = new Date().toISOString()
  await database.write((tx) =>
    startSession(tx, { userId: bob?.id ?? '', at, userAgent: 'Browser\u001b[31m', address: '::1' }),
  )
  expect((await run('user', 'sessions', 'bob')).stdout).toMatch(/\n\S+ {2}\S+ {2}\S+ {2}::1 {6}Browser \[31m\n$/)
  expect(await run('user', 'sign-out', 'bob')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('1 session has ended'),
  })
  expect(await run('user', 'sessions', 'bob')).toMatchObject({ code: 0, stdout: 'bob is signed in nowhere.\n' })
})

test('audit tells who did what, newest first, filtered, as lines or whole', async () => {
  const lines = async (...args: string[]) => (await run('audit', ...args)).stdout.trim().split('\n')
  expect((await lines())[0]).toMatch(/^\S+ {2}command-line {2}session\.end-all {2}bob$/)
  expect(await lines('--limit', '2')).toHaveLength(2)
  expect(await lines('--action', 'user.disable')).toHaveLength(1)
  expect(await lines('--until', '1999-01-01')).toEqual([''])
  expect((await lines('--since', '1999-01-01')).length).toBe((await lines()).length)
  const [entry] = await lines('--action', 'user.role', '--json')
  expect(JSON.parse(entry ?? '')).toMatchObject({ by: 'command-line', action: 'user.role', detail: { role: 'author' } })
  expect(await run('audit', '--by', 'nobody')).toMatchObject({ code: 1 })
})
