import type Sqlite from 'better-sqlite3'

/* What the query builder would do as well, but row by row and value by value. */

/** A question for one column of JSON, all of whose answers are asked for. */
type JsonQuery = { toSQL(): { sql: string; params: unknown[] } } & PromiseLike<{ data: unknown }[]>

const clientOf = (handle: object): Sqlite.Database => (handle as { $client: Sqlite.Database }).$client

/** Hands on what a question for `data` finds row by row, so that the texts of all rows never lie in memory at once. */
export async function eachData(db: object, query: JsonQuery, take: (data: unknown) => void): Promise<void> {
  const { sql: text, params } = query.toSQL()
  const asked = clientOf(db).prepare<unknown[], string>(text).pluck()
  for (const data of asked.iterate(...params)) take(JSON.parse(data))
}

/** A statement that is made ready once, under a name of its own, and run with values as the engine has them, in the order of its places. */
export function statement(tx: object, text: string, _name: string): (values: unknown[]) => Promise<void> {
  const ready = clientOf(tx).prepare<unknown[]>(text)
  return async (values) => void ready.run(values)
}
