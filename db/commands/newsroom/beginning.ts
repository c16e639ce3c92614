import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { type Beginning, findBeginning } from '@/db/queries/newsroom/beginning'
import { beginnings } from '@/db/schema'
import { type Answers, answersSchema } from '@/lib/forms/beginning/answers'

export type SavedBeginning = { ok: true; beginning: Beginning } | { ok: false; conflict: Beginning | null }

/**
 * Keeps the answers with which a person begins a dossier, or a rule of `dossier`. `version` is that of the answers that they were made from (0: there were
 * none); where others were saved since, nothing is kept and those come back. Nothing of it is public, or a draft.
 */
export async function saveBeginning(
  tx: Tx,
  {
    author,
    dossier = '',
    answers,
    version,
    at,
  }: { author: string; dossier?: string; answers: Answers; version: number; at: string },
): Promise<SavedBeginning> {
  const own = answersSchema.parse(answers)
  const before = await findBeginning(tx, author, dossier)
  if ((before?.version ?? 0) !== version) return { ok: false, conflict: before }
  const row = { author, dossier, answers: own, version: version + 1, updatedAt: at }
  await tx
    .insert(beginnings)
    .values(row)
    .onConflictDoUpdate({ target: [beginnings.author, beginnings.dossier], set: row })
  return { ok: true, beginning: { answers: own, version: row.version, updatedAt: at } }
}

/** Takes the beginning of a person away, if it is still that version; whether it did. */
export async function endBeginning(
  tx: Tx,
  { author, dossier = '', version }: { author: string; dossier?: string; version: number },
): Promise<boolean> {
  const ended = await tx
    .delete(beginnings)
    .where(and(eq(beginnings.author, author), eq(beginnings.dossier, dossier), eq(beginnings.version, version)))
    .returning({ author: beginnings.author })
  return ended.length > 0
}
