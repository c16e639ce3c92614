import { and, eq, ne } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { beginnings } from '@/db/schema'
import type { Answers } from '@/lib/forms/beginning/answers'

/** What a person has answered so far of a dossier that is to begin, or of a rule that is to come to one. */
export interface Beginning {
  answers: Answers
  /** Counts from 1, one more with each saving. */
  version: number
  updatedAt: string
}

/** The beginning of a person: of a dossier, or of a rule of `dossier`; null where there is none. It is shown to nobody else. */
export async function findBeginning(db: Db, author: string, dossier = ''): Promise<Beginning | null> {
  const { answers, version, updatedAt } = beginnings
  const [found] = await db
    .select({ answers, version, updatedAt })
    .from(beginnings)
    .where(and(eq(beginnings.author, author), eq(beginnings.dossier, dossier)))
  return found ?? null
}

/** The dossiers to which rules of a person are to come, of which answers are kept. */
export async function listRuleBeginnings(db: Db, author: string): Promise<string[]> {
  const rows = await db
    .select({ dossier: beginnings.dossier })
    .from(beginnings)
    .where(and(eq(beginnings.author, author), ne(beginnings.dossier, '')))
    .orderBy(beginnings.dossier)
  return rows.map(({ dossier }) => dossier)
}
