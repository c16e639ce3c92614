import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

/** A job for a thread: its name among those of `jobs.ts`, and what it is given, which is copied. */
export interface ThreadJob {
  name: string
  input: unknown
}

/** What became of it; `problem` is the error that it threw. */
export type ThreadJobDone = { result: unknown } | { problem: unknown }

interface Waiting extends ThreadJob {
  resolve: (result: unknown) => void
  reject: (problem: unknown) => void
}

/** MiB that the objects of one thread may take: its jobs are small, and what they leave behind is gathered early. */
const mostMemory = 256
/** More threads would wait for the one that gives them their jobs. */
const mostThreads = 4

/**
 * Threads for work that would hold up all others: the same jobs on each, the next one to whichever is free. They are started as jobs
 * come, and keep no process alive that waits for none.
 */
export class Threads {
  private readonly waiting: Waiting[] = []
  private readonly idle: Worker[] = []
  private readonly running = new Map<Worker, Waiting>()
  private isClosed = false

  constructor(private readonly most = Math.min(mostThreads, availableParallelism())) {}

  /** Runs a job on a thread. Rejects with what the job throws, and where its thread or all of them are ended. */
  run<Result>(name: string, input: unknown): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.isClosed) return reject(new Error('The threads are closed.'))
      this.waiting.push({ name, input, resolve: resolve as (result: unknown) => void, reject })
      this.next()
    })
  }

  /** Ends all threads; what is not done yet is given up. */
  async close(): Promise<void> {
    this.isClosed = true
    const all = [...this.idle, ...this.running.keys()]
    for (const { reject } of [...this.running.values(), ...this.waiting.splice(0)])
      reject(new Error('The threads were closed.'))
    this.running.clear()
    await Promise.all(all.map((worker) => worker.terminate()))
  }

  private next(): void {
    if (this.waiting.length === 0) return
    const worker = this.idle.pop() ?? (this.running.size < this.most ? this.start() : undefined)
    const job = worker && this.waiting.shift()
    if (!worker || !job) return
    this.running.set(worker, job)
    worker.ref()
    const { name, input } = job
    worker.postMessage({ name, input } satisfies ThreadJob)
  }

  private start(): Worker {
    const worker = new Worker(...threadFile())
    worker.on('message', (done: ThreadJobDone) => {
      const job = this.running.get(worker)
      this.running.delete(worker)
      if (!job) return
      worker.unref()
      this.idle.push(worker)
      if ('problem' in done) job.reject(done.problem)
      else job.resolve(done.result)
      this.next()
    })
    worker.on('error', (problem) => {
      const job = this.running.get(worker)
      this.running.delete(worker)
      job?.reject(problem)
      this.next()
    })
    return worker
  }
}

/** Does work that may need threads, and ends them after it. */
export async function withThreads<Result>(work: (threads: Threads) => Promise<Result>): Promise<Result> {
  const threads = new Threads()
  try {
    return await work(threads)
  } finally {
    await threads.close()
  }
}

/** The code of a thread: of a build the file beside its server, else the source, which is translated as it is loaded. */
function threadFile(): ConstructorParameters<typeof Worker> {
  const resourceLimits = { maxOldGenerationSizeMb: mostMemory }
  const built = join(process.cwd(), process.env.RULEWIRE_BUILD || '.next', 'thread.mjs')
  if (process.env.RULEWIRE_BUILD && existsSync(built)) return [built, { resourceLimits }]
  const source = pathToFileURL(join(process.cwd(), 'lib', 'threads', 'thread.ts')).href
  const translated = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(source)})))`
  return [translated, { resourceLimits, eval: true }]
}
