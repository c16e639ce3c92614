import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashPassword } from '@/lib/auth/password'
import { readContent } from '@/lib/content'
import { type Settings, shortestSecret } from '@/lib/settings'
import type { Database } from './client'
import { writeDayEvents } from './commands/day-events'
import { pruneDiscarded } from './commands/draft-discard'
import { ContentError, PublishRefusedError } from './commands/errors'
import { importContent } from './commands/import'
import { createUser } from './commands/user'
import { DataFolderError, SecretError } from './errors'
import { makeFolder, makePrivate, ownerOnly, writePrivateOnce } from './files'
import { migrate } from './migrate'
import { currentEditionNumber } from './queries/edition'
import { listUsers } from './queries/user'

/** The name under which the first start signs its own work. */
export const founder = 'rulewire'

/**
 * Everything between an empty folder and a site that can serve: database, migrations, `content/` as edition 1, what the days that were
 * missed brought, the first administrator. Each part is done only when it is missing. Returns lines for the person who started the site. Throws
 * errors whose messages say what to do.
 */
export async function prepare(opened: Database, contentDir: string, at: string): Promise<string[]> {
  await migrate(opened)
  await loadFirstEdition(opened, contentDir, at)
  await writeDayEvents(opened, at)
  await opened.write((tx) => pruneDiscarded(tx, { at }))
  return [...(await opened.upkeep.advice()), ...(await firstAdministrator(opened, at))]
}

async function loadFirstEdition(opened: Database, contentDir: string, at: string): Promise<void> {
  if ((await currentEditionNumber(opened.db)) > 0) return
  console.log('Loading content/ as edition 1…')
  const read = await readContent(contentDir)
  if (!read.ok) throw new ContentError(read.problems)
  try {
    await opened.write((tx) => importContent(tx, { content: read.content, by: founder, at, reason: 'First edition' }))
  } catch (error) {
    // Another node that starts at this very moment may have been quicker.
    if (!(error instanceof PublishRefusedError) || (await currentEditionNumber(opened.db)) === 0) throw error
  }
}

async function firstAdministrator(opened: Database, at: string): Promise<string[]> {
  if ((await listUsers(opened.db)).length > 0) return []
  const password = randomBytes(12).toString('base64url')
  const passwordHash = await hashPassword(password)
  await opened.write((tx) =>
    createUser(tx, {
      login: 'admin',
      name: 'Administrator',
      role: 'admin',
      passwordHash,
      mustChangePassword: true,
      at,
      by: founder,
    }),
  )
  return [
    'First administrator (shown only this once; the password must be changed at the first sign-in):',
    '  address   /admin',
    '  name      admin',
    `  password  ${password}`,
  ]
}

/**
 * The key that signs sessions: from the settings, else made once and kept in the data folder, readable by its owner only.
 * Throws `SecretError` when the kept one is too short to be safe.
 */
export function sessionSecret(settings: Settings): string {
  if (settings.secret) return settings.secret
  const file = join(settings.dataDir, 'secret')
  try {
    makeFolder(settings.dataDir, ownerOnly)
    if (!existsSync(file)) writePrivateOnce(file, randomBytes(32).toString('base64url'))
    makePrivate(file)
  } catch (error) {
    throw new DataFolderError(settings.dataDir, error)
  }
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < shortestSecret) throw new SecretError(file)
  return secret
}
