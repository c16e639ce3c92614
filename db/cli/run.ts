import { SettingsError } from '@/lib/settings'
import { ContentError, DatabaseError, PublishRefusedError } from '../errors'
import { backupVerb } from './backup'
import { checkVerb } from './check'
import { exportVerb } from './export'
import { importVerb } from './import'
import { migrateVerb } from './migrate'
import { restoreVerb } from './restore'
import { userVerb } from './user'
import { Refused, UsageError, type Verb, type World } from './verb'
import { verdictVerb } from './verdict'
import { verifyVerb } from './verify'

/** The verbs of the command line (design, section 8). */
const verbs: Record<string, Verb> = {
  import: importVerb,
  export: exportVerb,
  check: checkVerb,
  migrate: migrateVerb,
  backup: backupVerb,
  restore: restoreVerb,
  verify: verifyVerb,
  user: userVerb,
  verdict: verdictVerb,
}

const expected = [Refused, DatabaseError, ContentError, PublishRefusedError, SettingsError]

/**
 * Runs one verb and returns the exit code: 0 for success, 2 for bad usage, 1 for everything else. A failure is told in lines
 * on standard error, never as a stack trace.
 */
export async function run([name = '', ...args]: string[], world: World): Promise<number> {
  if (name === '' || name === 'help' || name === '--help') {
    world[name === '' ? 'err' : 'out'](help())
    return name === '' ? 2 : 0
  }
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (!verb) {
    world.err(`“${name}” is not a verb of rulewire.\n${help()}`)
    return 2
  }
  try {
    return await verb.run(args, world)
  } catch (error) {
    if (error instanceof UsageError) {
      world.err(`${error.message}\nUsage: npm run rulewire -- ${verb.usage}`)
      return 2
    }
    const message = error instanceof Error ? error.message : String(error)
    world.err(expected.some((kind) => error instanceof kind) ? message : `Failed unexpectedly: ${message}`)
    return 1
  }
}

function help(): string {
  const lines = Object.values(verbs).map(({ usage, summary }) => `  ${usage}\n      ${summary}`)
  return ['Usage: npm run rulewire -- <verb>', ...lines].join('\n')
}
