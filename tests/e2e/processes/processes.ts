import { childrenOf } from '../../support/requests/processor-time'

/** The processes of a site that `npm start` runs: `starter` is that of `start.mjs`. */
export function processesOf(starter: number): { front: number; renderers: number[] } {
  const [front = 0] = childrenOf(starter)
  return { front, renderers: front === 0 ? [] : childrenOf(front) }
}

/** Whether a process runs. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
