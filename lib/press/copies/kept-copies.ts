import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Instant } from '@/lib/model'
import type { Settings } from '@/lib/settings'
import type { WrittenCopy } from './copy'

/*
 * Copies outlive the process that hands them out: at its end the busiest are laid by in the data folder, and the next front has them as
 * soon as it is known that the same edition is public on the same day (model, section 5).
 */

/** What was laid by: the copies of one stamp. */
export interface KeptCopies {
  /** The id of the stamp. */
  stamp: string
  /** The time of its edition, which another database has not. */
  publishedAt: Instant
  copies: [key: string, copy: WrittenCopy][]
}

/** Where copies are laid by, and what they depend on beside their stamp. */
export interface CopiesFile {
  file: string
  /** Another build, other settings, another Node.js: another text. */
  maker: string
}

const digestBytes = 32
/** What `start.mjs` writes of what a build is made of. */
const stamps = ['rulewire-build', 'rulewire-server']
/** What the content folder of the program says of a site whose record was never published, read at each start. */
const ownTexts = ['site.yaml', 'pages']

/**
 * Where a front of a build lays its copies by; null for one that was not made by `npm start`, of which nobody knows whether it has
 * changed. `build` is the folder of the build, `port` that of readers.
 */
export function copiesFileOf(build: string, settings: Settings, port: number): CopiesFile | null {
  try {
    const made = stamps.map((name) => readFileSync(join(process.cwd(), build, name), 'utf8'))
    const read = ownTexts.flatMap((name) => textsIn(join(process.cwd(), 'content', name)))
    const maker = JSON.stringify([made, read, process.version, process.env.TZ ?? '', port, settings])
    return { file: join(settings.dataDir, 'copies'), maker: createHash('sha256').update(maker).digest('hex') }
  } catch {
    return null
  }
}

/** The text of a file, or of each file in a folder; none where there is nothing. */
function textsIn(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return []
  if (found.isDirectory()) return readdirSync(path).flatMap((name) => textsIn(join(path, name)))
  return [readFileSync(path, 'utf8')]
}

/** Lays copies by in the place of those of before. Rejects where the folder cannot be written. */
export async function keepCopies({ file, maker }: CopiesFile, laid: KeptCopies): Promise<void> {
  const bytes = serialize(laid)
  const beside = `${file}.${process.pid}`
  try {
    await writeFile(beside, [digestOf(maker, bytes), bytes], { mode: 0o600 })
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

/** What was laid by; null where there is nothing, or nothing whole, or it was made otherwise. */
export async function keptCopies({ file, maker }: CopiesFile): Promise<KeptCopies | null> {
  const read = await readFile(file).catch(() => null)
  const bytes = read?.subarray(digestBytes)
  if (!read || !bytes || !digestOf(maker, bytes).equals(read.subarray(0, digestBytes))) return null
  return deserialize(bytes)
}

const digestOf = (maker: string, bytes: Buffer): Buffer => createHash('sha256').update(maker).update(bytes).digest()
