import { randomBytes } from 'node:crypto'
import { hashPassword } from '@/lib/auth/password'
import { type Role, roles } from '@/lib/auth/roles'
import type { Database, Db } from '../client'
import { createUser, disableUser, setPassword } from '../commands/user'
import { findUserByLogin, type User } from '../queries/user'
import { withDatabase } from './database'
import { Refused, readArgs, UsageError, type Verb, type World } from './verb'

const by = 'command-line'

export const userVerb: Verb = {
  usage: 'user add|reset|disable LOGIN [--name NAME] [--role admin|editor|author]',
  summary: 'make a user, give one a new password (shown once), or shut one out at once',
  async run(args, world) {
    const { positionals, values } = readArgs(args, ['add, reset or disable', 'LOGIN'], {
      name: { type: 'string' },
      role: { type: 'string', default: 'author' },
    })
    const [action = '', login = ''] = positionals
    const role = roles.find((known) => known === values.role)
    if (!role) throw new UsageError(`--role must be one of ${roles.join(', ')}`)
    if (action === 'add') await withDatabase((database) => add(database, world, login, values.name ?? login, role))
    else if (action === 'reset') await withDatabase((database) => reset(database, world, login))
    else if (action === 'disable') await withDatabase((database) => disable(database, world, login))
    else throw new UsageError(`“${action}” is none of add, reset, disable`)
    return 0
  },
}

const newPassword = () => randomBytes(12).toString('base64url')

async function add({ write }: Database, { out, now }: World, login: string, name: string, role: Role): Promise<void> {
  const password = newPassword()
  const passwordHash = await hashPassword(password)
  const made = await write((tx) =>
    createUser(tx, { login, name, role, passwordHash, mustChangePassword: true, at: now(), by }),
  )
  if (!made.ok) throw new Refused(`There is a user “${login}” already.`)
  out(`${made.user.login} (${role}), password: ${password}`)
}

async function reset({ db, write }: Database, { out, now }: World, login: string): Promise<void> {
  const user = await requireUser(db, login)
  const password = newPassword()
  const passwordHash = await hashPassword(password)
  await write((tx) => setPassword(tx, { user: user.id, passwordHash, mustChangePassword: true, at: now(), by }))
  out(`${user.login}, new password: ${password}`)
}

async function disable({ db, write }: Database, { out, now }: World, login: string): Promise<void> {
  const user = await requireUser(db, login)
  const done = await write((tx) => disableUser(tx, { user: user.id, at: now(), by }))
  if (!done.ok) throw new Refused(`${user.login} is the last administrator: make another one first.`)
  out(`${user.login} is disabled; every session has ended.`)
}

async function requireUser(db: Db, login: string): Promise<User> {
  const user = await findUserByLogin(db, login)
  if (!user) throw new Refused(`There is no user “${login}”.`)
  return user
}
