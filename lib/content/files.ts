import { readdir, readFile } from 'node:fs/promises'

export type FileText = { ok: true; text: string } | { ok: false; message: string }

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The text of a file, its lines ending in LF and without a byte order mark; null when there is no such file. */
export async function textOf(path: string): Promise<FileText | null> {
  try {
    return { ok: true, text: decoder.decode(await readFile(path)).replaceAll('\r\n', '\n') }
  } catch (error) {
    if (isMissing(error)) return null
    if (error instanceof TypeError) return { ok: false, message: 'is not UTF-8 text' }
    return { ok: false, message: `cannot be read (${error instanceof Error ? error.message : String(error)})` }
  }
}

/** Names of what is in a folder; none when there is no such folder. */
export async function namesIn(dir: string): Promise<string[]> {
  try {
    return await readdir(dir)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** Names of the folders in a folder, sorted, hidden ones left out; none when there is no such folder. */
export async function foldersIn(dir: string): Promise<string[]> {
  try {
    const entries = await readdir(dir, { withFileTypes: true })
    return entries.flatMap((entry) => (entry.isDirectory() && !entry.name.startsWith('.') ? entry.name : [])).sort()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
