import { cache } from 'react'

/** The head tags that the running request works out; null: it has none. */
const running = cache((): { head: Promise<unknown> | null } => ({ head: null }))

/** Works head tags out, and lets the page of the same request know when they are there. */
export function tellingHead<T>(work: Promise<T>): Promise<T> {
  running().head = work.catch(() => undefined)
  return work
}

/**
 * Resolves when the head tags of the request are there, and have had their turn to leave. Next sends a page whose head tags
 * are still to come without them, and streams them after it: such a page cannot be printed.
 */
export async function headIsThere(): Promise<void> {
  await running().head
  await new Promise((resolve) => setImmediate(resolve))
}
