import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { immutable, revalidated, type Safety } from '../gate/headers'
import { Copy } from './copy'

/** A folder whose files are handed out below a prefix, `/_next/static/`. */
export interface Folder {
  prefix: string
  path: string
  /** Whether every file name holds a hash of its bytes, or whether the address must do so by `?v=`. */
  hashedNames: boolean
}

/** A file that is made by code. */
export interface MadeFile {
  /** Below one of the folders' prefixes. */
  url: string
  type: string
  bytes: Buffer
}

interface File {
  read: () => Promise<{ bytes: Buffer; modified: string }>
  type: string
  hashedNames: boolean
}

const types = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.xml', 'application/xml; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.webp', 'image/webp'],
  ['.avif', 'image/avif'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
])

/** The `?v=` by which the address of a file without a hash in its name is good for ever. */
export const versionOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64url').slice(0, 12)

/** The files of some folders, listed once: what is not in the list cannot be asked for. A folder may be missing. */
export class Files {
  private readonly files = new Map<string, File>()
  private readonly prefixes: string[]

  /** `since` is the HTTP date that made files carry. */
  constructor(
    folders: readonly Folder[],
    made: readonly MadeFile[],
    private readonly parts: { since: string; safety: Safety },
  ) {
    this.prefixes = [...folders.map(({ prefix }) => prefix), ...made.map(({ url }) => url)]
    for (const { prefix, path, hashedNames } of folders) {
      if (!existsSync(path)) continue
      for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
        if (entry.isFile()) {
          const file = join(entry.parentPath, entry.name)
          const name = file.slice(path.length).split(sep).filter(Boolean).join('/')
          const type = types.get(extname(name).toLowerCase()) ?? 'application/octet-stream'
          this.files.set(prefix + name, { read: () => readFromDisk(file), type, hashedNames })
        }
    }
    for (const { url, type, bytes } of made)
      this.files.set(url, { read: async () => ({ bytes, modified: parts.since }), type, hashedNames: false })
  }

  /** Whether a request target is a made file or lies below one of the folders, existing or not. */
  covers = (target: string): boolean => this.prefixes.some((prefix) => target.startsWith(prefix))

  /** The key of the copy that a request target asks for; null when there is no such file. */
  keyOf(target: string): string | null {
    const [encoded = '', query = ''] = target.split('?', 2)
    const path = decoded(encoded)
    const file = path === null ? undefined : this.files.get(path)
    const version = new URLSearchParams(query).get('v')
    return file ? `${path}${!file.hashedNames && version ? `?v=${version}` : ''}` : null
  }

  /** Reads the file of a key. A wrong version is answered like none: with the file, but not for ever. */
  async load(key: string): Promise<Copy> {
    const [path = '', version] = key.split('?v=', 2)
    const file = this.files.get(path)
    if (!file) throw new Error(`There is no file for ${key}.`)
    const { bytes, modified } = await file.read()
    const { type } = file
    const lasts = file.hashedNames || version === versionOf(bytes)
    return new Copy({
      bytes,
      type,
      lines: ['Content-Type', type],
      safety: this.parts.safety(type),
      cacheControl: lasts ? immutable : revalidated,
      lastModified: modified,
      effort: 'keep',
    })
  }
}

async function readFromDisk(path: string): Promise<{ bytes: Buffer; modified: string }> {
  const [bytes, { mtime }] = await Promise.all([readFile(path), stat(path)])
  return { bytes, modified: mtime.toUTCString() }
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
