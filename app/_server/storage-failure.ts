import 'server-only'
import { randomUUID } from 'node:crypto'
import { DraftTooLargeError } from '@/db/commands/errors'
import { whyNotStored } from '@/db/failure'

const again = 'What you typed is still here. Send the form again when this is mended: sending it twice does no harm.'

/** What a form is told when it could not be stored, or when we failed; the latter is logged under an id of its own. */
export function sayFailure(error: unknown): string {
  if (error instanceof DraftTooLargeError) return `${error.message} Nothing was stored.`
  const why = whyNotStored(error)
  if (why) return `Nothing of this form was stored: ${why}. ${again}`
  const id = randomUUID().slice(0, 8)
  console.error(`A form of the desk failed (${id}):`, error)
  return `Something went wrong here, and nothing of this form was stored. The log has it under ${id}. ${again}`
}
