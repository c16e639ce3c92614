import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from './client'
import { needsReindex, reindex } from './commands/reindex'
import type { Run } from './dialect/connection'
import { NewerDatabaseError } from './errors'

interface Migration {
  tag: string
  statements: string[]
  hash: string
}

const ledger = 'rulewire_migrations'

/**
 * Brings the database to the form that this code knows: all pending migrations in one transaction, one process at a time,
 * nothing to do the second time. Lists that a migration emptied are made anew from the history. Throws `NewerDatabaseError` when the database is ahead of the code.
 */
export async function migrate(database: Database): Promise<void> {
  const known = knownMigrations(database.engine)
  await database.upkeep.exclusively(async (run) => {
    for (const migration of notApplied(known, await applied(run))) {
      for (const statement of migration.statements) await run(statement)
      await run(`INSERT INTO ${ledger} (tag, hash) VALUES ('${migration.tag}', '${migration.hash}')`)
    }
  })
  if (await needsReindex(database.db)) await database.write(reindex)
}

/** Tags of the migrations that `migrate` would apply, in order. Throws `NewerDatabaseError` as `migrate` does. */
export async function pendingMigrations(database: Database): Promise<string[]> {
  const known = knownMigrations(database.engine)
  return database.upkeep.exclusively(async (run) => {
    return notApplied(known, await applied(run)).map((migration) => migration.tag)
  })
}

async function applied(run: Run): Promise<string[]> {
  await run(`CREATE TABLE IF NOT EXISTS ${ledger} (tag text PRIMARY KEY, hash text NOT NULL)`)
  return (await run(`SELECT tag FROM ${ledger}`)).map((row) => String(row.tag))
}

function notApplied(known: Migration[], tags: string[]): Migration[] {
  const here = new Set(known.map((migration) => migration.tag))
  const unknown = tags.filter((tag) => !here.has(tag))
  if (unknown.length > 0) throw new NewerDatabaseError(unknown.sort())
  const done = new Set(tags)
  return known.filter((migration) => !done.has(migration.tag))
}

/** The migrations as drizzle-kit keeps them: a journal, and per entry a file whose statements are parted by a mark. */
function knownMigrations(engine: Database['engine']): Migration[] {
  const folder = join(process.cwd(), 'db', 'migrations', engine)
  const journal: { entries: { tag: string }[] } = JSON.parse(
    readFileSync(join(folder, 'meta', '_journal.json'), 'utf8'),
  )
  return journal.entries.map(({ tag }) => {
    const file = readFileSync(join(folder, `${tag}.sql`), 'utf8')
    const statements = file.split('--> statement-breakpoint').filter((statement) => statement.trim() !== '')
    return { tag, statements, hash: createHash('sha256').update(file).digest('hex') }
  })
}
