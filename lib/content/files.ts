import { readFileSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

export type FileText = { ok: true; text: string } | { ok: false; message: string }

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The text of a file, its lines ending in LF and without a byte order mark; null when there is no such file. */
export async function textOf(path: string): Promise<FileText | null> {
  try {
    return decoded(await readFile(path))
  } catch (error) {
    return unread(error)
  }
}

/** As `textOf`, at once: for a thread that has nothing else to do. */
export function textNow(path: string): FileText | null {
  try {
    return decoded(readFileSync(path))
  } catch (error) {
    return unread(error)
  }
}

function decoded(bytes: Buffer): FileText {
  try {
    return { ok: true, text: decoder.decode(bytes).replaceAll('\r\n', '\n') }
  } catch {
    return { ok: false, message: 'is not UTF-8 text' }
  }
}

const unread = (error: unknown): FileText | null =>
  isMissing(error)
    ? null
    : { ok: false, message: `cannot be read (${error instanceof Error ? error.message : String(error)})` }

/** What stands in a folder: a file, or a folder, also by way of a link. */
export interface Entry {
  name: string
  folder: boolean
}

/** What is in a folder, sorted by name, hidden files left out; nothing when there is no such folder. */
export async function entriesIn(dir: string): Promise<Entry[]> {
  try {
    const entries = await readdir(dir, { withFileTypes: true })
    const shown = entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1))
    return await Promise.all(
      shown.map(async (entry) => ({
        name: entry.name,
        folder: entry.isSymbolicLink() ? await isFolder(join(dir, entry.name)) : entry.isDirectory(),
      })),
    )
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** A link that leads nowhere is told of when it is read. */
const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
