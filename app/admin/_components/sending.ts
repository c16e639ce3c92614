import { unstable_isUnrecognizedActionError } from 'next/navigation'
import type { BrowserSay } from './InBrowser'

/** What a person is told when a form did not arrive, or came to nothing: what it may be, and what to do. */
export function sayUnsent(error: unknown, isKept: boolean, say: BrowserSay): string {
  if (unstable_isUnrecognizedActionError(error)) return isKept ? say('renewedKept') : say('renewed')
  if (error instanceof TypeError) return say('noAnswer')
  const id = error instanceof Error && 'digest' in error ? String(error.digest) : ''
  if (id) return say('siteFailed', { id })
  const said = error instanceof Error ? error.message.split('\n')[0]?.slice(0, 200) : ''
  return said ? say('notTakenSaid', { said }) : say('notTaken')
}
