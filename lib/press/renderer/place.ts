import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Bytes that the path of a socket may have at most on any system (sun_path of unix(7) and its kin, with the zero at its end). */
const longest = 103

/** Where a renderer listens, for nobody but this account. */
export interface PrivatePlace {
  socket: string
  remove(): void
}

/**
 * A new place for a socket in a folder of its own, mode 0700; on Windows a named pipe whose name nobody can guess. A folder for temporary
 * files whose path is too long for sockets is passed over for `/tmp`. Throws what the file system says.
 */
export function privatePlace(temporary = tmpdir()): PrivatePlace {
  const fits = Buffer.byteLength(join(temporary, 'rulewire-XXXXXX', 's')) <= longest
  const folder = mkdtempSync(join(fits ? temporary : '/tmp', 'rulewire-'))
  chmodSync(folder, 0o700)
  const remove = () => rmSync(folder, { recursive: true, force: true })
  if (process.platform !== 'win32') return { socket: join(folder, 's'), remove }
  return { socket: `\\\\.\\pipe\\${crypto.randomUUID()}`, remove }
}

/** Removes the folder of a socket, by whoever is last to know of it. */
export function removePlace(socket: string): void {
  if (process.platform !== 'win32') rmSync(dirname(socket), { recursive: true, force: true })
}
