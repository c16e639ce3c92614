import { AsyncLocalStorage } from 'node:async_hooks'

/** What the running request has been told to answer with; undefined: what Next says. */
export interface RunningAnswer {
  status?: number
}

const key = Symbol.for('rulewire.answer')
const shared = globalThis as typeof globalThis & { [key]?: AsyncLocalStorage<RunningAnswer> }
// The server and the pages it serves are two bundles of one process: they meet on globalThis.
shared[key] ??= new AsyncLocalStorage<RunningAnswer>()
const answers = shared[key]

/** Runs a request with an answer of its own, which pages reach by `runningAnswer`. */
export const withAnswer = <T>(answer: RunningAnswer, run: () => T): T => answers.run(answer, run)

export const runningAnswer = (): RunningAnswer | undefined => answers.getStore()
