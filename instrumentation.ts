import { isDatabaseAway } from './db/away'
import { runningAnswer } from './lib/press/answer'

/** What the readers of forms and of React's own format say of a request that is neither. */
const unreadable =
  /^(?:Unexpected end of form|Multipart: |Malformed |Missing Content-Type|Unsupported content type|Failed to parse body|Invalid Server Actions? |Connection closed\.)/

/**
 * Next tells of every error that a page, a handler or an action lets through, before it answers 500. A database that cannot be had
 * for the moment is no fault of the program: 503, and the reader may come back (`lib/press/rendering/answering.ts` says when).
 */
export function onRequestError(error: unknown): void {
  const answer = runningAnswer()
  if (!answer) return
  if (isDatabaseAway(error)) answer.status = 503
  else if (error instanceof Error && unreadable.test(error.message)) answer.status = 400
}
