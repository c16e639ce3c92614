import { isDay } from '@/lib/model'
import { commandLine, founder } from '@/lib/words/doers'
import type { Db } from '../client'
import { type AuditEntry, type AuditFilter, listAudit } from '../queries/audit'
import { findUserByLogin, listUsers } from '../queries/user'
import { plainLine } from './columns'
import { withDatabase } from './database'
import { readArgs, UsageError, type Verb, VerbRefusedError } from './verb'

const usualLimit = 100
const pageSize = 500
/** Characters of an entry's detail that a line shows; --json shows all of it. */
const shown = 200

export const auditVerb: Verb = {
  usage: 'audit [--by LOGIN] [--action NAME] [--subject TEXT] [--since DAY] [--until DAY] [--limit N] [--json]',
  summary: `who did what, newest first: ${usualLimit} lines, or N; days are UTC; --json writes JSON Lines with every detail`,
  async run(args, { out }) {
    const { values } = readArgs(withLimit(args), [], {
      by: { type: 'string' },
      action: { type: 'string' },
      subject: { type: 'string' },
      since: { type: 'string' },
      until: { type: 'string' },
      limit: { type: 'string', default: String(usualLimit) },
      json: { type: 'boolean', default: false },
    })
    const limit = Number(values.limit)
    if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit must be a whole number from 1')
    const days = { since: readDay('since', values.since), until: readDay('until', values.until) }
    await withDatabase(
      async ({ db }) => {
        const by = values.by === undefined ? undefined : await idOf(db, values.by)
        const people = new Map((await listUsers(db)).map(({ id, login }) => [id, login]))
        const filter = { by, action: values.action, subject: values.subject, ...days }
        for await (const entry of entries(db, filter, limit))
          out(values.json ? JSON.stringify({ ...entry, login: people.get(entry.by) ?? null }) : lineOf(entry, people))
      },
      { mustExist: true },
    )
    return 0
  },
}

/** Node takes `--limit -1` for two options: what stands behind it is its value, and judged as one. */
function withLimit(args: string[]): string[] {
  const at = args.indexOf('--limit')
  return at < 0 || args[at + 1] === undefined ? args : args.toSpliced(at, 2, `--limit=${args[at + 1]}`)
}

function readDay(name: string, text: string | undefined): string | undefined {
  if (text !== undefined && !isDay(text)) throw new UsageError(`--${name} must be a day such as 2026-11-29`)
  return text
}

/** People by their login; what was done without one (`command-line`, `rulewire`) by its name. */
async function idOf(db: Db, login: string): Promise<string> {
  if ([commandLine, founder].includes(login)) return login
  const user = await findUserByLogin(db, login)
  if (!user) throw new VerbRefusedError(`There is no user “${login}”.`)
  return user.id
}

async function* entries(db: Db, filter: AuditFilter, limit: number): AsyncGenerator<AuditEntry> {
  let before: AuditEntry | undefined
  for (let left = limit; left > 0; left -= pageSize) {
    const page = await listAudit(db, { ...filter, limit: Math.min(left, pageSize), before })
    yield* page
    before = page.at(-1)
    if (page.length < pageSize) return
  }
}

function lineOf({ at, by, action, subject, detail }: AuditEntry, people: ReadonlyMap<string, string>): string {
  const whole = detail === null ? '' : JSON.stringify(detail)
  const told = whole.length > shown ? `${whole.slice(0, shown)}…` : whole
  return plainLine([at, people.get(by) ?? (by || 'nobody'), action, people.get(subject) ?? subject, told].join('  '))
}
