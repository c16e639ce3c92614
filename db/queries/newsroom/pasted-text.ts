import { eq } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { pastedTexts } from '@/db/schema'

/** The article that a draft is made of, a line for each paragraph; `address` null: it was pasted. */
export interface PastedText {
  text: string
  address: string | null
  at: string
}

/** The article kept beside a draft; null where there is none. For those only who may write in the draft, or review it. */
export async function findPastedText(db: Db, draft: string): Promise<PastedText | null> {
  const { text, address, at } = pastedTexts
  const [found] = await db.select({ text, address, at }).from(pastedTexts).where(eq(pastedTexts.draftId, draft))
  return found ?? null
}
