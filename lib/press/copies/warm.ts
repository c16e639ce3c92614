import type { RenderQueue } from '../queue'

/**
 * Prints pages ahead of their readers, one at a time and only while no reader waits for a render. `isCurrent` tells whether it
 * still makes sense. A page that fails is left to its first reader.
 */
export async function warmUp(
  keys: readonly string[],
  print: (key: string) => Promise<unknown>,
  { queue, isCurrent }: { queue: RenderQueue; isCurrent: () => boolean },
): Promise<void> {
  for (const key of keys) {
    await queue.whenIdle()
    // Requests that have arrived meanwhile go first.
    await new Promise((resolve) => setImmediate(resolve))
    await queue.whenIdle()
    if (!isCurrent()) return
    await print(key).catch(() => undefined)
  }
}
