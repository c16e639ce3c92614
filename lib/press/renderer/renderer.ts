import { type ChildProcess, fork } from 'node:child_process'
import { Agent, type ClientRequest, type RequestOptions, request } from 'node:http'
import { RendererGoneError, UnwantedError } from './away'
import { giveWay } from './give-way'
import {
  type BeginRenderer,
  type FromRenderer,
  heardFromRenderer,
  type RendererFigures,
  type ToRenderer,
} from './messages'
import { privatePlace } from './place'

/** What a front wants to know of a renderer. */
export interface RendererListener {
  onTold(renderer: Renderer, message: FromRenderer): void
  /** It has begun to answer, again or for the first time, or has stopped doing so. */
  onTurn(renderer: Renderer): void
  /** Its process has ended. `isSilent`: it was ended because it did not answer. */
  onEnd(renderer: Renderer, end: { code: number | null; signal: NodeJS.Signals | null; isSilent: boolean }): void
}

export interface RendererParts {
  /** The file that a renderer runs. */
  entry: URL
  begin: Omit<BeginRenderer, 'kind' | 'socket'>
  listener: RendererListener
  /** Looks at which a renderer may have been silent; at one more it is ended. */
  patience: number
  /** Milliseconds between two looks. */
  betweenLooks: number
}

/** Looks in silence after which no more is asked of one that may only be busy. */
const silentLooks = 15
/** How many times as long a start may be silent. */
const startsTake = 20

type Pending = (isDone: boolean) => void

/** Bytes of the head of an answer: Next's preloads make long ones. */
const headBytes = 64 * 1024

/** One renderer: a process of this machine, the channel to it and the socket at which it answers. */
export class Renderer {
  readonly pid: number | undefined
  isReady = false
  isGone = false
  /** Requests that it has and has not answered. */
  underWay = 0
  /** The last that it has told of itself. */
  figures: RendererFigures | undefined
  private readonly child: ChildProcess
  private readonly place = privatePlace()
  private readonly agent = new Agent({ keepAlive: true, maxFreeSockets: 32 })
  private readonly asked = new Map<number, Pending>()
  private readonly timer: NodeJS.Timeout
  private readonly requests = new Set<ClientRequest>()
  private asks = 0
  private quietLooks = 0
  private isEnded = false
  /** A connection to it broke: it counts as gone until it is heard again. */
  private isDoubted = false

  constructor(private readonly parts: RendererParts) {
    // How a front is to use its memory is not for a renderer, which makes pages, and gives garbage back when it is at rest.
    const execArgv = process.execArgv.filter((flag) => !flag.startsWith('--max-semi-space-size'))
    this.child = fork(parts.entry, {
      execArgv: [...execArgv, '--expose-gc'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    this.pid = this.child.pid
    giveWay(this.pid)
    this.child.on('message', (said) => this.hear(said))
    this.child.on('error', () => this.child.kill('SIGKILL'))
    // What it has written is read to its end before it counts as gone.
    this.child.once('close', (code, signal) => this.end(code, signal))
    this.tell({ ...parts.begin, kind: 'begin', socket: this.place.socket })
    this.timer = setInterval(() => this.look(), parts.betweenLooks).unref()
  }

  /** Whether it is likely to answer now: not one that has been silent for long, though it may be silent for longer. */
  get isAnswering(): boolean {
    const { patience } = this.parts
    return this.isReady && !this.isGone && !this.isDoubted && this.quietLooks <= Math.min(patience / 2, silentLooks)
  }

  /** Milliseconds since it was last heard, as far as they were counted. */
  get silence(): number {
    return this.quietLooks * this.parts.betweenLooks
  }

  /** Asks for something on the channel; resolves with whether it could be done. Rejects with `RendererGoneError`. */
  ask(message: { kind: 'ping' | 'look' } | { kind: 'turn'; instant: string }): Promise<boolean> {
    if (this.isGone) return Promise.reject(new RendererGoneError())
    const ask = ++this.asks
    return new Promise((resolve, reject) => {
      this.asked.set(ask, (isDone) => (this.isGone ? reject(new RendererGoneError()) : resolve(isDone)))
      this.tell({ ...message, ask })
    })
  }

  /** A request on its socket. `isHasty`: it is cut off where the renderer falls silent before anything of the answer has come. */
  request(options: RequestOptions, { isHasty }: { isHasty: boolean }): ClientRequest {
    const { agent } = this
    const asked = request({ ...options, socketPath: this.place.socket, agent, maxHeaderSize: headBytes })
    this.underWay++
    if (isHasty) this.requests.add(asked)
    asked.once('response', () => this.requests.delete(asked))
    asked.on('error', (error) => this.doubt(error))
    asked.once('close', () => {
      this.requests.delete(asked)
      this.underWay--
    })
    return asked
  }

  /** Tells it to begin nothing more by itself. */
  stop = (): void => this.tell({ kind: 'stop' })

  /** Tells it to end; resolves when it has. */
  async close(): Promise<void> {
    this.isReady = false
    if (this.isGone) return
    const ended = new Promise<void>((resolve) => this.child.once('close', () => resolve()))
    this.tell({ kind: 'end' })
    await ended
  }

  kill = (): void => void this.child.kill('SIGKILL')

  /** As `kill`, by a process that will not see its end. */
  abandon(): void {
    this.kill()
    this.place.remove()
  }

  private tell(message: ToRenderer): void {
    if (this.child.connected) this.child.send(message, () => undefined)
  }

  private doubt(error: Error): void {
    if (error instanceof UnwantedError || error instanceof RendererGoneError || this.isDoubted) return
    this.isDoubted = true
    this.parts.listener.onTurn(this)
    void this.ask({ kind: 'ping' }).catch(() => undefined)
  }

  private hear(said: unknown): void {
    const wasAnswering = this.isAnswering
    this.quietLooks = 0
    this.isDoubted = false
    const message = heardFromRenderer(said)
    if (!message || this.isGone) return
    if (message.kind === 'ready') this.isReady = true
    if (this.isAnswering && !wasAnswering) this.parts.listener.onTurn(this)
    if (message.kind === 'alive') this.figures = worst(this.figures, message.figures)
    this.parts.listener.onTold(this, message)
    if (message.kind !== 'done' && message.kind !== 'alive') return
    this.asked.get(message.ask)?.(message.kind === 'alive' || message.isDone)
    this.asked.delete(message.ask)
  }

  /**
   * Looks whether it has said anything since the last look. Looks are counted and not seconds: where this process was kept from looking, the
   * other was kept from answering.
   */
  private look(): void {
    if (this.isGone) return
    if (!this.isReady) {
      this.lookAtStart()
      return
    }
    const wasAnswering = this.isAnswering
    this.quietLooks++
    if (this.quietLooks > this.parts.patience) {
      this.isEnded = true
      this.kill()
    } else void this.ask({ kind: 'ping' }).catch(() => undefined)
    if (!wasAnswering || this.isAnswering) return
    for (const asked of [...this.requests]) asked.destroy(new RendererGoneError())
    this.parts.listener.onTurn(this)
  }

  /** The site's first may have much to do before it answers. */
  private lookAtStart(): void {
    if (this.parts.begin.isFirst || ++this.quietLooks <= this.parts.patience * startsTake) return
    this.isEnded = true
    this.kill()
  }

  private end(code: number | null, signal: NodeJS.Signals | null): void {
    this.isGone = true
    this.isReady = false
    clearInterval(this.timer)
    this.place.remove()
    this.agent.destroy()
    for (const pending of this.asked.values()) pending(false)
    this.asked.clear()
    this.parts.listener.onEnd(this, { code, signal, isSilent: this.isEnded })
  }
}

/** The newest figures, with the longest delays since they were last read. */
function worst(before: RendererFigures | undefined, now: RendererFigures): RendererFigures {
  if (!before) return now
  const delay = { p99: Math.max(before.delay.p99, now.delay.p99), max: Math.max(before.delay.max, now.delay.max) }
  return { ...now, delay }
}
