import { type Placeholder, sql } from 'drizzle-orm'

/**
 * The limit of a query as part of its text: `.limit(atMost(50))`. SQLite compiles a statement anew at every run while its limit
 * is a parameter, because it chooses its plan by it (`sqlite3ExprIsInteger`), which takes longer than most queries.
 * Throws `RangeError` for anything but a whole number that is not negative.
 */
export function atMost(limit: number): Placeholder {
  if (!Number.isSafeInteger(limit) || limit < 0) throw new RangeError(`A limit is a whole number, not ${limit}.`)
  // Drizzle puts any SQL in the place of a limit; its types only know of numbers and placeholders.
  return sql.raw(String(limit)) as unknown as Placeholder
}
