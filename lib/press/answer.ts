import { AsyncLocalStorage } from 'node:async_hooks'

/** The request that is being answered, and what it has been told to answer with; no status: what Next says. */
export interface RunningAnswer {
  status?: number
  /** By which the log names the request, and its sender can. */
  request: string
  method: string
  /** Without what is asked: searches are the reader's own. */
  path: string
}

const key = Symbol.for('rulewire.answer')
const shared = globalThis as typeof globalThis & { [key]?: AsyncLocalStorage<RunningAnswer> }
// The renderer and the pages it serves are two bundles of one process: they meet on globalThis.
shared[key] ??= new AsyncLocalStorage<RunningAnswer>()
const answers = shared[key]

/** Runs a request with an answer of its own, which pages reach by `runningAnswer`. */
export const withAnswer = <T>(answer: RunningAnswer, run: () => T): T => answers.run(answer, run)

export const runningAnswer = (): RunningAnswer | undefined => answers.getStore()
