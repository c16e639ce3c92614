import { type AnyColumn, and, or, type SQL, sql } from 'drizzle-orm'

/** A text as part of a LIKE pattern with `ESCAPE '\\'`, so that `%` and `_` mean themselves. */
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** Whether a column holds, of every group of texts, at least one. SQLite takes capitals for small letters, so neither side has any. */
export const like = (column: AnyColumn | SQL, groups: readonly (readonly string[])[]): SQL | undefined =>
  and(...groups.map((texts) => or(...texts.map((text) => sql`${column} LIKE ${`%${escapeLike(text)}%`} ESCAPE '\\'`))))
