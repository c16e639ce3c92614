import 'server-only'
import { mostTogether } from '@/app/_server/drafts/needed-drafts'
import type { Db } from '@/db/client'
import type { TogetherStep } from '@/db/commands/draft-together'
import { keyText, recordKey } from '@/db/key'
import { listDrafts } from '@/db/queries/draft'
import type { IdMention } from '@/lib/model'

/** The steps of a plan that get a draft, and how many others are taken when these are published. */
export interface DraftedSteps {
  steps: TogetherStep[]
  following: number
}

/**
 * Parts the steps that give something another id: all of them get a draft where they can be looked at together. Of more only what gets the id
 * does, and what somebody has a draft of already, so that this one follows too; all else that names it is rewritten when they are published.
 */
export async function draftedOf(
  db: Db,
  steps: TogetherStep[],
  { what, to, by }: { what: IdMention; to: string; by: string },
): Promise<DraftedSteps> {
  if (steps.length <= mostTogether) return { steps, following: 0 }
  const open = (await listDrafts(db)).filter(({ author }) => author === by)
  const own = new Set(open.map(({ kind, dossier, recordId }) => keyText(recordKey(kind, dossier, recordId))))
  const holder = what.kind === 'value' || what.kind === 'dimension' ? 'dossier' : what.kind
  const isItself = ({ key }: TogetherStep) =>
    key.kind === holder && (holder === 'dossier' || key.id === what.id || key.id === to)
  const drafted = steps.filter((step) => isItself(step) || own.has(keyText(step.key)))
  return { steps: drafted, following: steps.length - drafted.length }
}
