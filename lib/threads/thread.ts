import { parentPort } from 'node:worker_threads'
import { jobs } from './jobs'
import type { ThreadJob, ThreadJobDone } from './threads'

/* The other end of `threads.ts`: one job after the other. */

function done({ name, input }: ThreadJob): ThreadJobDone {
  try {
    const job = jobs[name]
    if (!job) throw new Error(`There is no job “${name}”.`)
    return { result: job(input as never) }
  } catch (problem) {
    return { problem }
  }
}

parentPort?.on('message', (job: ThreadJob) => parentPort?.postMessage(done(job)))
