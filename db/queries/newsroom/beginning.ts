import { eq } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { beginnings } from '@/db/schema'
import type { Answers } from '@/lib/forms/beginning/answers'

/** What a person has answered so far of a dossier that is to begin. */
export interface Beginning {
  answers: Answers
  /** Counts from 1, one more with each saving. */
  version: number
  updatedAt: string
}

/** The beginning of a person; null where there is none. It is shown to nobody else. */
export async function findBeginning(db: Db, author: string): Promise<Beginning | null> {
  const { answers, version, updatedAt } = beginnings
  const [found] = await db.select({ answers, version, updatedAt }).from(beginnings).where(eq(beginnings.author, author))
  return found ?? null
}
