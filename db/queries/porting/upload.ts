import { and, asc, desc, eq, gt, isNotNull } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { uploadParts, uploads } from '@/db/schema'
import type { CsvPlan } from '@/lib/porting/csv/plan'
import { later } from '@/lib/wire/back-off'

/** Milliseconds for which a file that was sent is kept. */
export const uploadKept = 24 * 3_600_000

/** A file that was sent to be imported, and waits for somebody to say what becomes of it. */
export interface Upload {
  id: string
  author: string
  name: string
  bytes: number
  at: string
  /** How the columns of a CSV file are read; null of a zip. */
  plan: CsvPlan | null
}

const { id, author, name, bytes, at, plan } = uploads
const columns = { id, author, name, bytes, at, plan }

const isThere = (now: string) => and(isNotNull(bytes), gt(at, later(now, -uploadKept)))

/** The file of that id, when all of it is there and its day is not over; else null. */
export async function findUpload(db: Db, upload: string, now: string): Promise<Upload | null> {
  const [found] = await db
    .select(columns)
    .from(uploads)
    .where(and(eq(id, upload), isThere(now)))
  return found ? whole(found) : null
}

/** All files that wait, the newest first. */
export async function listUploads(db: Db, now: string): Promise<Upload[]> {
  const found = await db.select(columns).from(uploads).where(isThere(now)).orderBy(desc(at), asc(id))
  return found.map(whole)
}

const whole = (row: Omit<Upload, 'bytes'> & { bytes: number | null }): Upload => ({ ...row, bytes: row.bytes ?? 0 })

/** The parts of a file that waits, one after the other: never all of them are held. */
export async function* uploadPartsOf(db: Db, upload: string): AsyncGenerator<Buffer> {
  const { uploadId, place, text } = uploadParts
  for (let at = 0; ; at++) {
    const [part] = await db
      .select({ text })
      .from(uploadParts)
      .where(and(eq(uploadId, upload), eq(place, at)))
    if (!part) return
    yield Buffer.from(part.text, 'base64')
  }
}

/** The bytes of a file that waits. */
export async function readUpload(db: Db, upload: string): Promise<Buffer> {
  const { uploadId, place, text } = uploadParts
  const parts = await db.select({ text }).from(uploadParts).where(eq(uploadId, upload)).orderBy(asc(place))
  return Buffer.concat(parts.map((part) => Buffer.from(part.text, 'base64')))
}
