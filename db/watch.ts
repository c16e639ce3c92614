import type { Database } from './client'
import { currentEdition } from './queries/edition'

/**
 * Calls `onEdition` with the new number soon after a publish by any process or node (design, section 5): SQLite by its
 * `data_version`, PostgreSQL by LISTEN and a poll. Returns how to stop. An unreachable database is asked again later.
 */
export function watchEdition(database: Database, onEdition: (number: number) => void): () => void {
  let seen: number | undefined
  const look = async () => {
    const { number } = await currentEdition(database.db)
    const before = seen
    seen = number
    if (before !== undefined && before !== number) onEdition(number)
  }
  const signal = () => void look().catch(() => undefined)
  signal()
  return database.upkeep.watch(signal)
}
