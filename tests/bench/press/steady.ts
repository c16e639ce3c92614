import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/*
 * `steady.ts URL PER_SECOND SECONDS`: requests at a fixed rate, each timed from when it was due, whatever became of those before; prints
 * a line of JSON: p99 and the longest in milliseconds, and how many were not answered 200.
 */

const [url = '', perSecond = '500', seconds = '10'] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: 64 })
const taken: number[] = []
let failed = 0

function ask(due: number): Promise<void> {
  return new Promise((resolve) => {
    const asked = request(url, { agent, headers: { 'accept-encoding': 'br' } }, (response) => {
      response.resume()
      response.on('end', () => {
        if (response.statusCode !== 200) failed++
        taken.push(performance.now() - due)
        resolve()
      })
    })
    asked.on('error', () => {
      failed++
      resolve()
    })
    asked.end()
  })
}

/** The first second warms up and is not counted. */
async function run(rate: number, lasting: number): Promise<void> {
  const began = performance.now()
  const all: Promise<void>[] = []
  const total = rate * lasting
  for (let n = 0; n < total; ) {
    const due = began + (n * 1000) / rate
    const wait = due - performance.now()
    if (wait > 1) await pause(wait)
    else if (wait > 0) await new Promise((resolve) => setImmediate(resolve))
    else {
      all.push(ask(due))
      n++
    }
  }
  await Promise.all(all)
}

await run(Number(perSecond), 1)
taken.length = 0
failed = 0
await run(Number(perSecond), Number(seconds))
agent.destroy()
taken.sort((a, b) => a - b)
const p99 = taken[Math.floor(taken.length * 0.99)] ?? Number.NaN
console.log(JSON.stringify({ p99, longest: taken.at(-1), failed }))
