import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { linkPath, newToken, tokenMark } from '@/lib/auth/token'
import { type ContentTree, readContent } from '@/lib/content'
import { type Settings, shortestSecret } from '@/lib/settings'
import { instantDay } from '@/lib/words/dates'
import { founder } from '@/lib/words/doers'
import { firstReasons } from '@/lib/words/edition-words'
import type { Database } from './client'
import { settleAuthority } from './commands/authority'
import { writeDayEvents } from './commands/day-events'
import { pruneDiscarded } from './commands/draft-discard'
import { ContentError, NoContentError, PublishRefusedError } from './commands/errors'
import { importContent } from './commands/import'
import { openLink } from './commands/people/link'
import { DataFolderError, SecretError } from './errors'
import { makeFolder, makePrivate, ownerOnly, writePrivateOnce } from './files'
import { migrate } from './migrate'
import { currentEditionNumber } from './queries/edition'
import { countAdministrators } from './queries/people/administrator'
import { listDossiers } from './queries/record'

/**
 * Everything between an empty folder and a site that can serve: database, migrations, in whose name ids are made (`publicUrl`), a content folder as
 * edition 1 (null: an edition with nothing in it), what the days that were missed brought, a link for the first administrator (at `origin`, scheme
 * and host of the site). Each part is done only when it is missing. Returns lines for the person who started the site. Throws
 * errors whose messages say what to do.
 */
export async function prepare(
  opened: Database,
  contentDir: string | null,
  at: string,
  { publicUrl, origin = publicUrl ?? '' }: { publicUrl?: string | undefined; origin?: string } = {},
): Promise<string[]> {
  await migrate(opened)
  const host = publicUrl === undefined ? null : new URL(publicUrl).hostname
  const content = await firstContent(opened, contentDir)
  await opened.write((tx) => settleAuthority(tx, { own: content?.site?.authority, host, day: instantDay(at) }))
  const begun = content ? await publishFirst(opened, content, at) : await sayBegun(opened, contentDir)
  await writeDayEvents(opened, at)
  await opened.write((tx) => pruneDiscarded(tx, { at }))
  return [...begun, ...(await opened.upkeep.advice()), ...(await firstAdministrator(opened, at, origin))]
}

/**
 * What one more process of a site that runs already needs before it can serve: the database in the form that this code knows, and what
 * the days that have come brought. Throws as `prepare`.
 */
export async function prepareAgain(opened: Database, at: string): Promise<void> {
  await migrate(opened)
  await writeDayEvents(opened, at)
}

/** What becomes edition 1; null where there is one. */
async function firstContent(opened: Database, contentDir: string | null): Promise<ContentTree | null> {
  if ((await currentEditionNumber(opened.db)) > 0) return null
  console.log(contentDir === null ? 'Beginning without dossiers…' : `Loading ${contentDir} as edition 1…`)
  return contentDir === null ? { sources: [], dossiers: [] } : contentIn(contentDir)
}

async function publishFirst(opened: Database, content: ContentTree, at: string): Promise<string[]> {
  const isEmpty = content.sources.length === 0 && content.dossiers.length === 0
  const reason = isEmpty ? firstReasons.firstEmpty : firstReasons.first
  try {
    await opened.write((tx) => importContent(tx, { content, by: founder, at, reason, isFirst: true }))
  } catch (error) {
    // Another node that starts at this very moment may have been quicker.
    if (!(error instanceof PublishRefusedError) || (await currentEditionNumber(opened.db)) === 0) throw error
  }
  return []
}

/** What is to be said where there is an edition: that nothing was asked for while something is public already. */
async function sayBegun(opened: Database, contentDir: string | null): Promise<string[]> {
  const dossiers = contentDir === null ? await listDossiers(opened.db) : []
  return dossiers.length === 0 ? [] : [alreadyBegun(dossiers.length)]
}

const alreadyBegun = (count: number): string =>
  `--empty changes nothing: ${count === 1 ? 'a dossier is' : `${count} dossiers are`} public here already. The desk removes dossiers, under “Rules and records”.`

async function contentIn(dir: string): Promise<ContentTree> {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw new NoContentError(dir)
  const read = await readContent(dir)
  if (!read.ok) throw new ContentError(read.problems, dir)
  return read.content
}

async function firstAdministrator(opened: Database, at: string, origin: string): Promise<string[]> {
  if ((await countAdministrators(opened.db)) > 0) return []
  const token = newToken()
  await opened.write((tx) => openLink(tx, { kind: 'first-admin', user: null, mark: tokenMark(token), at, by: founder }))
  return [
    'There is no administrator yet. Open this link in a browser within a day and become the first one',
    '(it works once; a new start prints a new link, as long as there is none):',
    `  ${origin}${linkPath(token)}`,
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
