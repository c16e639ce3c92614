import { randomUUID } from 'node:crypto'
import { eq, lte } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { uploadParts, uploads } from '@/db/schema'
import type { CsvPlan } from '@/lib/porting/csv/plan'
import { writeAudit } from '../audit'

/** Bytes of a file that one row keeps: base64 makes a megabyte of them. */
export const partBytes = 768 * 1024

/** Begins to keep a file that somebody sends; returns its id. Nobody finds it before `finishUpload`. */
export async function beginUpload(
  tx: Tx,
  { author, name, at }: { author: string; name: string; at: string },
): Promise<string> {
  const id = randomUUID()
  await tx.insert(uploads).values({ id, author, name, bytes: null, at })
  return id
}

/** Keeps the part at that place, counted from 0, of at most `partBytes`. */
export async function keepPart(
  tx: Tx,
  { upload, place, bytes }: { upload: string; place: number; bytes: Buffer },
): Promise<void> {
  await tx.insert(uploadParts).values({ uploadId: upload, place, text: bytes.toString('base64') })
}

/** All of the file is there; `plan`: how the columns of a CSV file are to be read, as far as it can be guessed. */
export async function finishUpload(
  tx: Tx,
  {
    upload,
    name,
    bytes,
    by,
    at,
    plan = null,
  }: { upload: string; name: string; bytes: number; by: string; at: string; plan?: CsvPlan | null },
): Promise<void> {
  await tx.update(uploads).set({ bytes, plan }).where(eq(uploads.id, upload))
  await writeAudit(tx, { at, by, action: 'upload', subject: upload, detail: { name, bytes } })
}

/** Keeps how the columns of a CSV file are read. Whether the file was there. */
export async function keepPlan(tx: Tx, { upload, plan }: { upload: string; plan: CsvPlan }): Promise<boolean> {
  const kept = await tx.update(uploads).set({ plan }).where(eq(uploads.id, upload)).returning({ id: uploads.id })
  return kept.length > 0
}

/** Lets go of a file: it was taken, or nobody wants it. Whether it was there. */
export async function dropUpload(tx: Tx, upload: string): Promise<boolean> {
  const dropped = await tx.delete(uploads).where(eq(uploads.id, upload)).returning({ id: uploads.id })
  return dropped.length > 0
}

/** Lets go of what was sent at an instant or before, whether all of it came or not. */
export async function pruneUploads(tx: Tx, { sentBefore }: { sentBefore: string }): Promise<void> {
  await tx.delete(uploads).where(lte(uploads.at, sentBefore))
}
