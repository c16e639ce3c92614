import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

/** What may be wrong with a zip as such; the messages of the desk have a sentence for each. */
export const zipFaults = ['broken', 'encrypted', 'many', 'large', 'name', 'link', 'twice', 'empty'] as const
export type ZipFault = (typeof zipFaults)[number]

/** A zip that is not unpacked; `file` is the name in it that is to blame, '' where it is the whole. */
export class ZipRefusedError extends Error {
  constructor(
    readonly fault: ZipFault,
    readonly file = '',
  ) {
    super(`The zip is refused (${fault})${file === '' ? '' : `: ${file}`}.`)
    this.name = 'ZipRefusedError'
  }
}

/** How many files a zip may hold, and how many bytes they may be unpacked. */
export interface ZipBounds {
  files: number
  bytes: number
}

export const usualZipBounds: ZipBounds = { files: 50_000, bytes: 256 * 1024 * 1024 }

const longestName = 255
const [typeBits, linkBits] = [0o170000, 0o120000]
/** What stands at the top of a content folder: a folder of another name around everything is passed over. */
const tops = /^(?:sources\.ya?ml|site\.ya?ml|dossiers|pages|messages|decisions)$/

/**
 * Unpacks a zip into a temporary folder, hands that to `work`, and removes it whatever comes of it. Names, count and sizes are
 * checked before the first byte is written. Throws `ZipRefusedError`.
 */
export async function withUnpacked<T>(
  zip: Buffer,
  work: (dir: string) => Promise<T>,
  bounds: ZipBounds = usualZipBounds,
): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'rulewire-import-'))
  try {
    await unpack(zip, dir, bounds)
    return await work(dir)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

async function unpack(bytes: Buffer, dir: string, bounds: ZipBounds): Promise<void> {
  const { zip, files } = await entriesOf(bytes, bounds)
  for (const [file, entry] of withoutWrapper(files)) {
    const path = join(dir, file)
    try {
      await mkdir(dirname(path), { recursive: true })
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, { flags: 'wx' }))
    } catch (error) {
      throw refusalOf(error, file)
    }
  }
}

/** The files of a zip by their names, when all of them may be unpacked. Folders and what a system keeps for itself are passed over. */
async function entriesOf(bytes: Buffer, bounds: ZipBounds): Promise<{ zip: ZipFile; files: Map<string, Entry> }> {
  const files = new Map<string, Entry>()
  let total = 0
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
    if (zip.entryCount > bounds.files) throw new ZipRefusedError('many')
    for await (const entry of zip.eachEntry()) {
      const { fileName: file } = entry
      if (file.endsWith('/') || isOfSystem(file)) continue
      checkEntry(entry)
      if (files.has(file)) throw new ZipRefusedError('twice', file)
      total += entry.uncompressedSize
      if (total > bounds.bytes) throw new ZipRefusedError('large')
      files.set(file, entry)
    }
    return { zip, files }
  } catch (error) {
    throw refusalOf(error, '')
  }
}

/** Hidden files, which content does not read either, and the folder that macOS puts beside. */
const isOfSystem = (file: string): boolean =>
  file.startsWith('__MACOSX/') || file.split('/').some((part) => part.startsWith('.') && !/^\.+$/.test(part))

function checkEntry(entry: Entry): void {
  const { fileName: file, externalFileAttributes } = entry
  const isSound = (part: string) =>
    part !== '' && !/^\.+$/.test(part) && !/[\p{Cc}\\:]/u.test(part) && Buffer.byteLength(part) <= longestName
  if (!file.split('/').every(isSound)) throw new ZipRefusedError('name', file)
  if (entry.isEncrypted()) throw new ZipRefusedError('encrypted', file)
  if (((externalFileAttributes >>> 16) & typeBits) === linkBits) throw new ZipRefusedError('link', file)
}

/** A folder around everything, as many programs make it, is taken away. */
function withoutWrapper(files: Map<string, Entry>): Map<string, Entry> {
  const first = new Set([...files.keys()].map((file) => file.split('/', 1)[0] ?? ''))
  const [only = ''] = first
  const isWrapped = first.size === 1 && !tops.test(only) && !files.has(only)
  const own = isWrapped ? new Map([...files].map(([file, entry]) => [file.slice(only.length + 1), entry])) : files
  if (![...own.keys()].some((file) => tops.test(file.split('/', 1)[0] ?? ''))) throw new ZipRefusedError('empty')
  return own
}

/** What the reader of zips, or the disk, says of one, as a refusal; a fault of the disk stays what it is. */
function refusalOf(error: unknown, file: string): unknown {
  if (error instanceof ZipRefusedError || !(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'EEXIST' || code === 'ENOTDIR' || code === 'EISDIR') return new ZipRefusedError('twice', file)
  if (code === 'ENAMETOOLONG') return new ZipRefusedError('name', file)
  if (/^E[A-Z]+$/.test(code)) return error
  const named = /^(?:absolute path|invalid relative path|invalid characters in fileName): (.*)$/s.exec(error.message)
  return named ? new ZipRefusedError('name', named[1]) : new ZipRefusedError('broken', file)
}
