import { RendererAwayError } from './away'
import type { FromRenderer, RendererFigures } from './messages'
import { Renderer, type RendererListener, type RendererParts } from './renderer'

interface Parts extends Pick<RendererParts, 'entry' | 'begin'> {
  /** How many there are to be. */
  count: number
  /** Told of what a renderer says of what is public. */
  onTold: (message: FromRenderer, from: Renderer) => void
  /** A line for the log. */
  say: (line: string) => void
  limits?: Partial<RenderersLimits>
}

export interface RenderersLimits extends Pick<RendererParts, 'patience' | 'betweenLooks'> {
  /** Milliseconds that a request waits for a renderer where none answers. */
  wait: number
  /** Milliseconds before one is started again that has died young: the first pause, and the longest. */
  pause: number
  longestPause: number
  /** Milliseconds after which one that dies has not died young. */
  young: number
}

const usualLimits: RenderersLimits = {
  patience: 60,
  betweenLooks: 1000,
  wait: 5000,
  pause: 250,
  longestPause: 60_000,
  young: 60_000,
}

/** The first renderer ended before it could answer anything; it has said why itself. */
export class NoRendererError extends Error {
  constructor(readonly exitCode: number) {
    super('The renderer could not start.')
    this.name = 'NoRendererError'
  }
}

/** Keeps so many renderers running, and knows which of them to ask. */
export class Renderers implements RendererListener {
  /** Started again since the start, by why the one before had ended. */
  readonly restarts = { died: 0, silent: 0 }
  /** The last figures of those that have ended. */
  private readonly past: RendererFigures[] = []
  private readonly limits: RenderersLimits
  private all: Renderer[] = []
  private readonly waiting = new Set<() => void>()
  private notices: ((lines: string[]) => void) | undefined
  private failed: ((error: NoRendererError) => void) | undefined
  private diedYoung = 0
  private readonly timers = new Set<NodeJS.Timeout>()
  private readonly began = new WeakMap<Renderer, number>()
  /** Since when none answers, by the clock of this process; undefined while one does. */
  private awaySince: number | undefined = performance.now()
  private ending = false

  constructor(private readonly parts: Parts) {
    this.limits = { ...usualLimits, ...parts.limits }
  }

  /**
   * Starts the first, and once it answers the others. Resolves with what it has to say to whoever starts the site; rejects with
   * `NoRendererError` where it cannot start.
   */
  async start(): Promise<string[]> {
    const notices = await new Promise<string[]>((resolve, reject) => {
      this.notices = resolve
      this.failed = reject
      this.launch(this.parts.begin.isFirst)
    })
    this.failed = undefined
    for (let more = 1; more < this.parts.count; more++) this.launch(false)
    return notices
  }

  /** The sum of a count over those that run and those that have ended. */
  sumOf(count: (figures: RendererFigures) => number): number {
    const told = [...this.past, ...this.all.flatMap(({ figures }) => figures ?? [])]
    return told.reduce((sum, figures) => sum + count(figures), 0)
  }

  /** Those that there are, whether or not they answer. */
  get running(): readonly Renderer[] {
    return this.all
  }

  get answering(): Renderer[] {
    return this.all.filter(({ isAnswering }) => isAnswering)
  }

  /** One that answers, and has the least to do; undefined where there is none. */
  get(): Renderer | undefined {
    return this.answering.reduce<Renderer | undefined>(
      (least, one) => (least && least.underWay <= one.underWay ? least : one),
      undefined,
    )
  }

  /** Whether none is started any more. */
  get isEnding(): boolean {
    return this.ending
  }

  /** As `get`, but waits for one, until none has answered for as long as a request may wait. Rejects with `RendererAwayError`. */
  async ready(): Promise<Renderer> {
    for (;;) {
      const found = this.get()
      if (found) return found
      this.awaySince ??= performance.now()
      const left = this.awaySince + this.limits.wait - performance.now()
      if (left <= 0 || this.ending) throw new RendererAwayError()
      await this.change(left)
    }
  }

  /** Resolves when a renderer begins or ceases to answer, or after so many milliseconds; left out, as many as a request may wait. */
  change(milliseconds = this.limits.wait): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(timer)
        this.waiting.delete(go)
        resolve()
      }
      const timer = setTimeout(go, milliseconds)
      this.waiting.add(go)
    })
  }

  /** Tells all to begin nothing more by themselves. */
  stop(): void {
    for (const renderer of this.all) renderer.stop()
  }

  /** Ends all of them; resolves when they have ended. */
  async close(): Promise<void> {
    this.ending = true
    for (const timer of this.timers) clearTimeout(timer)
    await Promise.all(this.all.map((renderer) => renderer.close()))
  }

  /** Ends all of them at once, whatever they are at: this process ends too. */
  kill(): void {
    this.ending = true
    for (const renderer of this.all) renderer.abandon()
  }

  onTold(renderer: Renderer, message: FromRenderer): void {
    if (message.kind === 'ready') this.notices?.(message.notices)
    // Of the first this is all that is known so far: it is about to answer, and worth waiting for from now on.
    if (message.kind === 'state' && this.failed) this.awaySince = performance.now()
    this.parts.onTold(message, renderer)
  }

  onTurn({ silence }: Pick<Renderer, 'silence'>): void {
    if (this.answering.length > 0) this.awaySince = undefined
    // Who waited for one that had fallen silent has waited already.
    else this.awaySince ??= performance.now() - silence
    for (const go of [...this.waiting]) go()
  }

  onEnd(
    renderer: Renderer,
    { code, signal, isSilent }: { code: number | null; signal: NodeJS.Signals | null; isSilent: boolean },
  ): void {
    this.all = this.all.filter((one) => one !== renderer)
    if (renderer.figures) this.past.push(renderer.figures)
    this.onTurn({ silence: 0 })
    if (this.ending) return
    if (this.failed) {
      this.failed(new NoRendererError(code ?? 1))
      return
    }
    this.restarts[isSilent ? 'silent' : 'died']++
    const isYoung = performance.now() - (this.began.get(renderer) ?? 0) < this.limits.young
    this.diedYoung = isYoung ? this.diedYoung + 1 : 0
    const pause = pauseAfter(this.diedYoung, this.limits)
    const how = isSilent
      ? 'does not answer and was ended'
      : signal
        ? `was ended by ${signal}`
        : `ended with code ${code}`
    this.parts.say(`The renderer ${how}; another is started${pause === 0 ? '' : ` in ${pause / 1000} s`}.`)
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      this.launch(false)
    }, pause)
    this.timers.add(timer)
  }

  private launch(isFirst: boolean): void {
    const { entry, begin } = this.parts
    const { patience, betweenLooks } = this.limits
    const renderer = new Renderer({ entry, begin: { ...begin, isFirst }, listener: this, patience, betweenLooks })
    this.began.set(renderer, performance.now())
    this.all.push(renderer)
  }
}

/** The first that dies is replaced at once; the pause then doubles with each that dies young. */
function pauseAfter(diedYoung: number, { pause, longestPause }: RenderersLimits): number {
  return diedYoung < 2 ? 0 : Math.min(longestPause, pause * 2 ** (diedYoung - 2))
}
