import { storageFailure } from '@/db/dialect'
import { DatabaseError } from './errors'

/** Why the database took nothing, as part of a sentence; null for an error that has nothing to do with its state. */
export function whyNotStored(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const why = storageFailure(cause)
    if (why) return why
    if (cause instanceof DatabaseError) return cause.message.replace(/\.$/, '')
  }
  return null
}
