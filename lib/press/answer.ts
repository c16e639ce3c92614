import { AsyncLocalStorage } from 'node:async_hooks'

/** What the running request has been told to answer with; undefined: what Next says. */
export interface Answer {
  status?: number
}

const key = Symbol.for('rulewire.answer')
const shared = globalThis as typeof globalThis & { [key]?: AsyncLocalStorage<Answer> }
// The server and the pages it serves are two bundles of one process: they meet on globalThis.
shared[key] ??= new AsyncLocalStorage<Answer>()
const answers = shared[key]

/** Runs a request with an answer of its own, which pages reach by `runningAnswer`. */
export const withAnswer = <T>(answer: Answer, run: () => T): T => answers.run(answer, run)

export const runningAnswer = (): Answer | undefined => answers.getStore()
