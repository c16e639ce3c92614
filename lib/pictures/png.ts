import { Worker } from 'node:worker_threads'
import { fontFiles, lastFamily } from './faces'

/** How an SVG document is drawn. */
interface Drawn {
  /** Pixels; left out, as many as the document says itself. */
  width?: number
  /** What shows through where nothing is drawn; left out, nothing. */
  paper?: string
}

interface Job {
  svg: string
  options: object
  resolve: (png: Buffer) => void
  reject: (problem: Error) => void
}

/** Milliseconds after which a picture is given up, and the thread with it. */
const patience = 20_000

/*
 * Pictures are drawn on a thread of their own, one at a time: to draw one takes as long as several pages, and nobody else is to wait
 * for that. The thread is a text because it is no part of what Next bundles.
 */
const thread = `
const { parentPort } = require('node:worker_threads')
const { Resvg } = require('@resvg/resvg-js')
parentPort.on('message', ({ svg, options }) => {
  try {
    parentPort.postMessage({ png: new Resvg(svg, options).render().asPng() })
  } catch (error) {
    parentPort.postMessage({ problem: String(error) })
  }
})
`

const waiting: Job[] = []
let running: Job | undefined
let worker: Worker | undefined
let late: NodeJS.Timeout | undefined

/**
 * An SVG document as a PNG, from our own font files and without anything of another host. Rejects for what is no SVG, or takes
 * far too long.
 */
export const toPng = (svg: string, { width, paper }: Drawn = {}): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = {
      font: { fontFiles, loadSystemFonts: false, defaultFontFamily: lastFamily },
      logLevel: 'off',
      ...(width === undefined ? {} : { fitTo: { mode: 'width', value: width } }),
      ...(paper === undefined ? {} : { background: paper }),
    }
    waiting.push({ svg, options, resolve, reject })
    drawNext()
  })

function drawNext(): void {
  if (running) return
  running = waiting.shift()
  if (!running) return
  worker ??= startWorker()
  late = setTimeout(() => end(new Error(`A picture was not drawn within ${patience} ms.`)), patience)
  late.unref()
  worker.postMessage({ svg: running.svg, options: running.options })
}

/** A thread that keeps no process alive. */
function startWorker(): Worker {
  const started = new Worker(thread, { eval: true })
  started.on('message', ({ png, problem }: { png?: Uint8Array; problem?: string }) =>
    settle(({ resolve, reject }) => (png ? resolve(Buffer.from(png)) : reject(new Error(problem)))),
  )
  started.on('error', (problem: Error) => {
    if (worker === started) end(problem)
  })
  started.unref()
  return started
}

/** Gives up the thread and what it was at; the next picture starts another. */
function end(problem: Error): void {
  void worker?.terminate()
  worker = undefined
  settle(({ reject }) => reject(problem))
}

function settle(tell: (job: Job) => void): void {
  clearTimeout(late)
  const job = running
  running = undefined
  if (job) tell(job)
  drawNext()
}
