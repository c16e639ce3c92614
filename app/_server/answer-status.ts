import 'server-only'
import { runningAnswer } from '@/lib/press/answer'

/**
 * Makes the running request answer with this status. Next has its own way for a missing page (`notFound()`), but none for one
 * about a bad parameter or a withdrawn report. Call it before returning the page.
 */
export function setStatus(status: 400 | 401 | 403 | 404 | 410 | 500 | 503): void {
  const answer = runningAnswer()
  if (answer) answer.status = status
}
