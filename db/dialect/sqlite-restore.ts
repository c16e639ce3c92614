import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { DatabaseBusyError, DatabaseDamagedError, DatabaseError } from '../errors'

/**
 * Puts a backup in the place of the embedded database. The backup is copied beside it and checked first, so that a failure
 * leaves what was there. Throws a `DatabaseError` when the backup is no sound database, when there is a database already
 * and `force` is not given, and in any case when a running process has it open.
 */
export async function restoreFile(backup: string, file: string, force: boolean): Promise<void> {
  if (!existsSync(backup)) throw new DatabaseError(`${backup} does not exist.`)
  if (resolve(backup) === resolve(file)) throw new DatabaseError(`${backup} is the database itself.`)
  mkdirSync(dirname(file), { recursive: true, mode: 0o750 })
  const fresh = `${file}.restored`
  copyFileSync(backup, fresh)
  try {
    checkBackup(fresh, backup)
    if (existsSync(file)) {
      if (!force) throw new DatabaseError(`There is a database at ${file} already. Add --force to replace it.`)
      takeOutOfUse(file)
    }
    flush(fresh)
    for (const trace of ['-wal', '-shm']) rmSync(`${file}${trace}`, { force: true })
    renameSync(fresh, file)
    flush(dirname(file))
  } finally {
    for (const trace of ['', '-wal', '-shm', '-journal']) rmSync(`${fresh}${trace}`, { force: true })
  }
}

function checkBackup(fresh: string, backup: string): void {
  try {
    const opened = new Sqlite(fresh)
    try {
      // Leaving WAL mode folds everything into the one file that is then moved.
      opened.pragma('journal_mode = DELETE')
      const found = opened.pragma('integrity_check', { simple: true })
      if (found !== 'ok') throw new Error(String(found))
      opened.prepare('SELECT edition FROM head').get()
    } finally {
      opened.close()
    }
  } catch (error) {
    throw new DatabaseDamagedError(backup, error)
  }
}

/** Leaving WAL mode needs the file for oneself: it fails as long as any other process has the database open. */
function takeOutOfUse(file: string): void {
  const opened = new Sqlite(file, { timeout: 1000 })
  try {
    opened.pragma('journal_mode = DELETE')
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error
    // A damaged database is what a backup is for; one in use is not.
    if (error.code.startsWith('SQLITE_BUSY')) throw new DatabaseBusyError(error)
  } finally {
    opened.close()
  }
}

function flush(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
