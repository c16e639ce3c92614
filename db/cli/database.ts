import { type Database, openDatabase } from '../client'
import { migrate } from '../migrate'

/**
 * Opens the database of the environment, brings it up to date unless told not to, and closes it whatever happens. An embedded one
 * that is not there is made, unless it must exist.
 */
export async function withDatabase<T>(
  work: (database: Database) => Promise<T>,
  { asItIs = false, mustExist = false }: { asItIs?: boolean; mustExist?: boolean } = {},
): Promise<T> {
  const database = await openDatabase({ mustExist })
  try {
    if (!asItIs) await migrate(database)
    return await work(database)
  } finally {
    await database.close()
  }
}
