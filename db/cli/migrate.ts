import { migrate, pendingMigrations } from '../migrate'
import { withDatabase } from './database'
import { readArgs, type Verb } from './verb'

export const migrateVerb: Verb = {
  usage: 'migrate',
  summary: 'bring the database to the form that this version needs',
  async run(args, { out }) {
    readArgs(args, [], {})
    const applied = await withDatabase(
      async (database) => {
        const pending = await pendingMigrations(database)
        await migrate(database)
        return pending
      },
      { asItIs: true },
    )
    for (const tag of applied) out(`applied ${tag}`)
    if (applied.length === 0) out('The database is up to date.')
    return 0
  },
}
