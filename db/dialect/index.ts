import * as postgres from './postgres'
import * as sqlite from './sqlite'

/*
 * The engine is chosen once, when the process starts. Both engines offer the same names with the same behaviour, and all
 * of db/ is type-checked against each (tsconfig.json, db/tsconfig.postgres.json), which keeps this one cast honest.
 */
const chosen = process.env.DATABASE_URL ? (postgres as unknown as typeof sqlite) : sqlite

export const {
  alias,
  engine,
  t,
  table,
  index,
  unique,
  primaryKey,
  foreignKey,
  search,
  contains,
  part,
  eachData,
  gathered,
  prepared,
  statement,
  like,
  storageFailure,
  connect,
  restore,
} = chosen
export type { Db, Tx } from './sqlite'
