import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'

/*
 * What the program keeps (accounts, drafts, keys, backups) is its owner's alone, whatever the umask says and whoever made the
 * folder it stands in. On Windows, which has no such modes, folders keep the rights they inherit.
 */

/** The mode of folders that only their owner may enter. */
export const ownerOnly = 0o700

/**
 * Makes a folder and those above it that are missing; one that is there stays as it is. Node's own recursive way never comes
 * back where a file system refuses to make folders but says that a parent is missing (/proc). Throws the error of the system.
 */
export function makeFolder(folder: string, mode = 0o777): void {
  const path = resolve(folder)
  if (existsSync(path)) return
  const above = dirname(path)
  if (above !== path) makeFolder(above, mode)
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    // Another process may have been quicker.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}

/** Takes the rights of everyone but the owner (0600) from a file that is there; one that belongs to someone else is left. */
export function makePrivate(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found || (found.mode & 0o077) === 0) return
  const self = process.getuid?.()
  if (self === 0 || self === found.uid) chmodSync(file, found.mode & 0o700)
}

/** Makes an empty file for the owner only, or empties and closes off the one that is there. */
export function makeEmptyPrivateFile(file: string): void {
  closeSync(openSync(file, 'w', 0o600))
  makePrivate(file)
}

/**
 * Writes a file for the owner only that is there whole or not at all, even when the power fails; one that is there already stays.
 * Returns whether it was written.
 */
export function writePrivateOnce(file: string, text: string): boolean {
  const part = `${file}.${process.pid}.part`
  try {
    writeFileSync(part, text, { mode: 0o600, flush: true })
    nameOnce(part, file)
    flush(dirname(file))
    return true
  } catch (error) {
    if (existsSync(file)) return false
    throw error
  } finally {
    rmSync(part, { force: true })
  }
}

/** A link is made only if nothing has that name, which a rename does not ask; not every file system has links. */
function nameOnce(part: string, file: string): void {
  try {
    linkSync(part, file)
  } catch (error) {
    if (existsSync(file)) throw error
    renameSync(part, file)
  }
}

/** Makes sure that a file, or the names in a folder, outlive a power failure. Windows opens no folders: there it does nothing. */
export function flush(path: string): void {
  if (process.platform === 'win32' && statSync(path).isDirectory()) return
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
