import { randomBytes } from 'node:crypto'
import { hashPassword } from '@/lib/auth/password'
import { roles, type SiteRole, siteRoles } from '@/lib/auth/roles'
import { commandLine } from '@/lib/words/doers'
import type { Database, Db } from '../client'
import { writeAudit } from '../commands/audit'
import { removePasskeys } from '../commands/people/passkey'
import { removeSecondFactor } from '../commands/people/second-factor'
import { endSessionsOf } from '../commands/session'
import {
  createUser,
  disableUser,
  enableUser,
  setDossierRole,
  setPassword,
  setRole,
  type UserChange,
} from '../commands/user'
import { recordKey } from '../key'
import { findRecord } from '../queries/record'
import { listSessions } from '../queries/session'
import { findUserByLogin, listUsers, type User } from '../queries/user'
import { columns } from './columns'
import { withDatabase } from './database'
import { readArgs, UsageError, type Verb, VerbRefusedError, type World } from './verb'

const by = commandLine
const anyRole = [...roles].reverse().join('|')

/** What one kind of use is given: the database, the world, the arguments after its name, and the options. */
interface Use extends Database {
  world: World
  login: string
  name: string | undefined
  role: SiteRole
  /** The one dossier in which a role is given; undefined: for the whole site. */
  dossier: string | undefined
  /** Whether a lost second factor and lost passkeys are taken away. */
  factors: boolean
}

/** Each use with the arguments that it takes after its name. */
const uses: Record<string, { takes: string[]; run(use: Use): Promise<void> }> = {
  add: { takes: ['LOGIN'], run: add },
  reset: { takes: ['LOGIN'], run: reset },
  role: { takes: ['LOGIN', 'ROLE'], run: changeRole },
  disable: { takes: ['LOGIN'], run: disable },
  enable: { takes: ['LOGIN'], run: enable },
  list: { takes: [], run: list },
  sessions: { takes: ['LOGIN'], run: sessions },
  'sign-out': { takes: ['LOGIN'], run: signOut },
}
const names = Object.keys(uses)

export const userVerb: Verb = {
  usage: `user add LOGIN [--name NAME] [--role ${anyRole}] | user reset LOGIN [--factors] | user disable|enable|sessions|sign-out LOGIN | user role LOGIN ROLE|none [--dossier ID] | user list`,
  summary: `make a user, give one a new password (shown once; --factors takes a lost second factor and passkeys away too), change a role (for the site, or in one dossier), shut one out at once and let one in again;
      list users, or the sessions of one; end all sessions of one`,
  async run(args, world) {
    const [action = '', ...rest] = args
    const use = Object.hasOwn(uses, action) ? uses[action] : undefined
    if (!use)
      throw new UsageError(action ? `“${action}” is none of ${names.join(', ')}` : `${names.join(' or ')} is missing`)
    const { positionals, values } = readArgs(rest, use.takes, {
      name: { type: 'string' },
      role: { type: 'string' },
      dossier: { type: 'string' },
      factors: { type: 'boolean' },
    })
    const { dossier, factors = false, ...ofAdd } = values
    if (action !== 'add' && Object.keys(ofAdd).length > 0) throw new UsageError('--name and --role belong to user add')
    if (action !== 'reset' && factors) throw new UsageError('--factors belongs to user reset')
    if (action !== 'role' && dossier !== undefined) throw new UsageError('--dossier belongs to user role')
    const [login = '', given] = positionals
    const role = readRole(given ?? values.role ?? 'author')
    const { name } = values
    await withDatabase((database) => use.run({ ...database, world, login, name, role, dossier, factors }))
    return 0
  },
}

function readRole(text: string): SiteRole {
  const role = siteRoles.find((one) => one === text)
  if (!role) throw new UsageError(`“${text}” is no role: it must be one of ${siteRoles.join(', ')}`)
  return role
}

const newPassword = () => randomBytes(12).toString('base64url')

async function add({ write, world, login, name = login, role }: Use): Promise<void> {
  if (/[\s\p{Cc}]/u.test(login.trim())) throw new UsageError(`“${login}” is no login: it may hold no blanks`)
  const password = newPassword()
  const passwordHash = await hashPassword(password)
  const made = await write((tx) =>
    createUser(tx, { login, name, role, passwordHash, mustChangePassword: true, at: world.now(), by }),
  )
  if (!made.ok) throw new VerbRefusedError(`There is a user “${login}” already.`)
  world.out(`${made.user.login} (${role}), password: ${password}`)
}

async function reset({ db, write, world, login, factors }: Use): Promise<void> {
  const user = await requireUser(db, login)
  const password = newPassword()
  const passwordHash = await hashPassword(password)
  const at = world.now()
  await write(async (tx) => {
    await setPassword(tx, { user: user.id, passwordHash, mustChangePassword: true, at, by })
    if (!factors) return
    await removeSecondFactor(tx, { user: user.id, at, by })
    await removePasskeys(tx, { user: user.id, at, by })
  })
  world.out(`${user.login}, new password: ${password}`)
}

async function changeRole({ db, write, world, login, role, dossier }: Use): Promise<void> {
  const user = await requireUser(db, login)
  if (dossier !== undefined) {
    if (!(await findRecord(db, recordKey('dossier', dossier, dossier))))
      throw new VerbRefusedError(`There is no dossier “${dossier}”.`)
    const given = role === 'none' ? null : role
    settled(await write((tx) => setDossierRole(tx, { user: user.id, dossier, role: given, at: world.now(), by })), user)
    world.out(`${user.login} is ${role} of ${dossier} from now on (was ${user.dossierRoles[dossier] ?? 'none'}).`)
    return
  }
  settled(await write((tx) => setRole(tx, { user: user.id, role, at: world.now(), by })), user)
  world.out(`${user.login} is ${role} from now on (was ${user.role}).`)
}

async function disable({ db, write, world, login }: Use): Promise<void> {
  const user = await requireUser(db, login)
  settled(await write((tx) => disableUser(tx, { user: user.id, at: world.now(), by })), user)
  world.out(`${user.login} is disabled; every session has ended.`)
}

async function enable({ db, write, world, login }: Use): Promise<void> {
  const user = await requireUser(db, login)
  settled(await write((tx) => enableUser(tx, { user: user.id, at: world.now(), by })), user)
  world.out(`${user.login} may sign in again, with the password of before (a new one: user reset ${user.login}).`)
}

async function list({ db, world }: Use): Promise<void> {
  const rows = (await listUsers(db)).map(({ login, role, dossierRoles, name, createdAt, disabledAt }) => [
    login,
    [role, ...Object.entries(dossierRoles).map(([dossier, one]) => `${dossier}: ${one}`)].join(', '),
    name,
    disabledAt ? `disabled ${disabledAt}` : `since ${createdAt}`,
  ])
  for (const line of columns([['LOGIN', 'ROLE', 'NAME', ''], ...rows])) world.out(line)
}

async function sessions({ db, world, login }: Use): Promise<void> {
  const user = await requireUser(db, login)
  const rows = (await listSessions(db, user.id, world.now())).map((one) => [
    one.createdAt,
    one.lastSeenAt,
    one.expiresAt,
    one.address,
    one.userAgent,
  ])
  if (rows.length === 0) world.out(`${user.login} is signed in nowhere.`)
  else for (const line of columns([['SIGNED IN', 'LAST SEEN', 'ENDS', 'ADDRESS', 'BROWSER'], ...rows])) world.out(line)
}

async function signOut({ db, write, world, login }: Use): Promise<void> {
  const user = await requireUser(db, login)
  const at = world.now()
  const ended = await write(async (tx) => {
    await writeAudit(tx, { at, by, action: 'session.end-all', subject: user.id })
    return endSessionsOf(tx, { userId: user.id, at })
  })
  world.out(`${user.login} is signed out everywhere: ${ended} ${ended === 1 ? 'session has' : 'sessions have'} ended.`)
}

/** Throws `VerbRefusedError` where a change was not made. */
function settled(done: UserChange, { login }: User): void {
  if (!done.ok && done.reason === 'last-admin')
    throw new VerbRefusedError(`${login} is the last administrator: make another one first.`)
  if (!done.ok) throw new VerbRefusedError(`There is no user “${login}” any more.`)
}

async function requireUser(db: Db, login: string): Promise<User> {
  const user = await findUserByLogin(db, login)
  if (!user) throw new VerbRefusedError(`There is no user “${login}”.`)
  return user
}
