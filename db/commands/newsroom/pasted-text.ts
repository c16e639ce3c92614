import type { Tx } from '@/db/dialect'
import { pastedTexts } from '@/db/schema'

/** Keeps the article that a draft is made of beside it, in the place of one that was kept before. It goes with the draft. */
export async function keepPastedText(
  tx: Tx,
  { draft, text, address, at }: { draft: string; text: string; address: string | null; at: string },
): Promise<void> {
  await tx
    .insert(pastedTexts)
    .values({ draftId: draft, text, address, at })
    .onConflictDoUpdate({ target: pastedTexts.draftId, set: { text, address, at } })
}
