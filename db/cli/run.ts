import { SettingsError } from '@/lib/settings'
import {
  ContentError,
  DraftGoneError,
  DraftsInTheWayError,
  DraftTooLargeError,
  PublishRefusedError,
} from '../commands/errors'
import { DatabaseError } from '../errors'
import { sayFileError } from './system-error'
import { UsageError, type Verb, VerbRefusedError, type World } from './verb'

/** The verbs of the command line (model, section 8). Each is loaded when asked for: those of folders need no database. */
const verbs: Record<string, () => Promise<Verb>> = {
  new: () => import('./new').then(({ newVerb }) => newVerb),
  import: () => import('./import').then(({ importVerb }) => importVerb),
  export: () => import('./export').then(({ exportVerb }) => exportVerb),
  check: () => import('./check').then(({ checkVerb }) => checkVerb),
  migrate: () => import('./migrate').then(({ migrateVerb }) => migrateVerb),
  backup: () => import('./backup').then(({ backupVerb }) => backupVerb),
  prove: () => import('./prove').then(({ proveVerb }) => proveVerb),
  restore: () => import('./restore').then(({ restoreVerb }) => restoreVerb),
  verify: () => import('./verify').then(({ verifyVerb }) => verifyVerb),
  user: () => import('./user').then(({ userVerb }) => userVerb),
  audit: () => import('./audit').then(({ auditVerb }) => auditVerb),
  draft: () => import('./draft').then(({ draftVerb }) => draftVerb),
  verdict: () => import('./verdict').then(({ verdictVerb }) => verdictVerb),
}

const expected = [
  VerbRefusedError,
  DatabaseError,
  ContentError,
  DraftGoneError,
  DraftsInTheWayError,
  DraftTooLargeError,
  PublishRefusedError,
  SettingsError,
]

/**
 * Runs one verb and returns the exit code: 0 for success, 2 for bad usage, 1 for everything else. A failure is told in lines
 * on standard error, never as a stack trace.
 */
export async function run([name = '', ...args]: string[], world: World): Promise<number> {
  if (name === '' || name === 'help' || name === '--help') {
    world[name === '' ? 'err' : 'out'](await help())
    return name === '' ? 2 : 0
  }
  const load = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (!load) {
    world.err(`“${name}” is not a verb of rulewire.\n${await help()}`)
    return 2
  }
  const verb = await load()
  try {
    return await verb.run(args, world)
  } catch (error) {
    if (error instanceof UsageError) {
      world.err(`${error.message}\nUsage: npm run rulewire -- ${verb.usage}`)
      return 2
    }
    const message = error instanceof Error ? error.message : String(error)
    const isExpected = expected.some((kind) => error instanceof kind)
    world.err(isExpected ? message : (sayFileError(error) ?? `Failed unexpectedly: ${message}`))
    return 1
  }
}

async function help(): Promise<string> {
  const all = await Promise.all(Object.values(verbs).map((load) => load()))
  const lines = all.map(({ usage, summary }) => `  ${usage}\n      ${summary}`)
  return ['Usage: npm run rulewire -- <verb>', ...lines].join('\n')
}
