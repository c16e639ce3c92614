import Sqlite from 'better-sqlite3'

const failures: [RegExp, string][] = [
  [/^SQLITE_FULL/, 'the disk of the database is full'],
  [/^SQLITE_(BUSY|LOCKED)/, 'the database is locked by another process'],
  [/^SQLITE_(READONLY|PERM|AUTH)/, 'the database cannot be written'],
  [/^SQLITE_(IOERR|CANTOPEN)/, 'the file of the database cannot be reached'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'the file of the database is damaged'],
]

/** Why this engine took nothing, as part of a sentence; null for an error that is not about the state of the database. */
export function storageFailure(error: Error): string | null {
  if (!(error instanceof Sqlite.SqliteError)) return null
  const { code } = error
  return failures.find(([codes]) => codes.test(code))?.[1] ?? null
}
