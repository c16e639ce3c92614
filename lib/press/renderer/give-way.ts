import { getPriority, setPriority } from 'node:os'

/** Steps of niceness by which a renderer comes after its front. */
export const behindFront = 5
const nicest = 19

/**
 * Puts a process that has just begun behind this one: where both want the processor, whoever reads what lies ready comes first. Threads
 * that it starts come along. A system that knows no priorities leaves them equal.
 */
export function giveWay(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    setPriority(pid, Math.min(nicest, getPriority() + behindFront))
  } catch {
    // It has ended already, or the system does not allow it: nothing depends on it.
  }
}
