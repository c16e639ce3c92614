import 'server-only'
import { randomUUID } from 'node:crypto'
import { DraftTooLargeError } from '@/db/commands/errors'
import { whyNotStored } from '@/db/failure'
import { faultInWords } from '@/lib/words/desk-faults'
import type { DeskWords } from '@/lib/words/desk-messages'

/** What a form is told when it could not be stored, or when we failed; the latter is logged under an id of its own. */
export function sayFailure(error: unknown, t: DeskWords): string {
  if (error instanceof DraftTooLargeError) return t('action.tooLarge', { why: faultInWords(t, error.message) })
  const why = whyNotStored(error)
  if (why) return t('action.notStored', { why: faultInWords(t, why) })
  const id = randomUUID().slice(0, 8)
  console.error('A form of the desk failed', { failure: id }, error)
  return t('action.failed', { id })
}
