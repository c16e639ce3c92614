import { isDatabaseAway } from './db/away'
import { runningAnswer } from './lib/press/answer'

/**
 * Next tells of every error that a page, a handler or an action lets through, before it answers 500. A database that cannot be had
 * for the moment is no fault of the program: 503, and the reader may come back (`server.ts` says when).
 */
export function onRequestError(error: unknown): void {
  const answer = runningAnswer()
  if (answer && isDatabaseAway(error)) answer.status = 503
}
