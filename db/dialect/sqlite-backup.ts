import { copyFileSync, existsSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { DatabaseBusyError, DatabaseDamagedError, DatabaseError } from '../errors'
import { flush, makeEmptyPrivateFile, makeFolder, makePrivate, ownerOnly } from '../files'

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/** Whether both lead to the same file, by whatever names. */
const isSameFile = (a: string, b: string): boolean =>
  resolve(a) === resolve(b) || (existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b))

/**
 * Copies an open database into a file, which is there whole or not at all. Throws a `DatabaseError` when the file is the
 * database itself, or cannot be there.
 */
export async function backupFile(opened: Sqlite.Database, target: string): Promise<void> {
  if (isSameFile(target, opened.name)) throw new DatabaseError(`${target} is the database itself: name another file.`)
  if (isFolder(target)) throw new DatabaseError(`${target} is a folder: name a file in it.`)
  if (!isFolder(dirname(resolve(target))))
    throw new DatabaseError(`There is no folder ${dirname(resolve(target))}: make it first.`)
  const part = `${target}.part`
  try {
    makeEmptyPrivateFile(part)
    await opened.backup(part)
    flush(part)
    renameSync(part, target)
    flush(dirname(target))
  } finally {
    rmSync(part, { force: true })
  }
}

/**
 * Puts a backup in the place of the embedded database. The backup is copied beside it and checked first, so that a failure
 * leaves what was there. Throws a `DatabaseError` when the backup is no sound database, when there is a database already
 * and `force` is not given, and in any case when a running process has it open.
 */
export async function restoreFile(backup: string, file: string, force: boolean): Promise<void> {
  if (!existsSync(backup)) throw new DatabaseError(`${backup} does not exist.`)
  if (isFolder(backup)) throw new DatabaseError(`${backup} is a folder: name the file of a backup.`)
  if (isSameFile(backup, file)) throw new DatabaseError(`${backup} is the database itself.`)
  makeFolder(dirname(file), ownerOnly)
  const fresh = `${file}.restored`
  makeEmptyPrivateFile(fresh)
  copyFileSync(backup, fresh)
  makePrivate(fresh)
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
