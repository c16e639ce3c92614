import type { IncomingMessage, ServerResponse } from 'node:http'
import { networkOf } from '@/lib/network'
import { type PressRequest, type PublicPlace, readAddress } from './address'
import { Copy } from './copies/copy'
import { Files } from './copies/files'
import { answerOnce, handOut, inWords, type Once } from './copies/hand-out'
import type { KeptCopies } from './copies/kept-copies'
import { Shelf } from './copies/shelf'
import { type Shortcut, Shortcuts } from './copies/shortcuts'
import { Current } from './current'
import { type Failing, failureOf, failureStyles } from './failure'
import { boundBody } from './gate/body'
import { type HeaderLines, type Safety, safetyOf } from './gate/headers'
import { Passage } from './gate/passage'
import { optionsOf, refusalOf, refusedAddress, refusedMethod, refusedMissing } from './gate/refusal'
import { secure } from './gate/secure'
import { unsoundness } from './gate/soundness'
import { alive, goesStraight, isDownload, isLiveness, takesCalls, takesForms } from './gate/straight'
import { readWhole } from './gate/whole'
import { type Metrics, type PressCounts, pressMetrics } from './metrics'
import { type PressOptions, usualLimits } from './options'
import { Printer, UnfinishedPageError } from './printer'
import { QueueClosedError, QueueFullError, RenderQueue, TooSlowError } from './queue'
import { PrintFailedError, RendererAwayError } from './renderer/away'
import { speculationFile } from './speculation'
import type { Stamp } from './stamp'

/** Hands out the public site in front of Next (model, section 5). */
export class Press {
  readonly counts: PressCounts = { hits: 0, misses: 0, notModified: 0, refused: 0, failed: 0 }
  readonly metrics: Metrics
  private readonly queue: RenderQueue
  private readonly passage: Passage
  private readonly current: Current
  private readonly shelf: Shelf
  private readonly files: Files
  private readonly shortcuts: Shortcuts
  private readonly place: PublicPlace
  private readonly printer: Printer
  readonly safety: Safety
  private readonly safetyOfWords: HeaderLines

  constructor(private readonly options: PressOptions) {
    const { source, now, render, publicUrl, folders = [] } = options
    const limits = { ...usualLimits, ...options.limits }
    const safety = safetyOf({ isHttps: publicUrl?.startsWith('https:') ?? false })
    this.safety = safety
    this.safetyOfWords = safety('text/plain')
    this.queue = new RenderQueue(limits)
    this.passage = new Passage(limits.passingEach)
    this.shortcuts = new Shortcuts(limits.spellings)
    this.place = { publicHost: publicUrl === undefined ? undefined : new URL(publicUrl).host }
    this.files = new Files(folders, [speculationFile, failureStyles], { since: new Date(now()).toUTCString(), safety })
    const { queue, counts, files, place } = this
    this.metrics = pressMetrics(counts, () => this.gauges())
    this.printer = new Printer({ render, queue, counts, rendering: this.metrics.rendering, safety })
    const isCurrent = (stamp: Stamp) => stamp.id === this.current.read().id
    this.shelf = new Shelf({ ...limits, files, printer: this.printer, queue, place, isCurrent })
    this.current = new Current({
      source,
      now,
      patience: limits.lookUp,
      aheadFor: limits.aheadFor,
      prepare: (stamp) => this.shelf.prepare(stamp),
      onTurn: (stamp) => this.turn(stamp),
    })
  }

  /** Answers a request: with a refusal, a copy, a new print, or by letting Next have it. */
  handle(request: IncomingMessage, response: ServerResponse): void {
    const { method, url = '/', headers } = request
    const seen = this.shortcuts.get(url, headers)
    const unsound = unsoundness(request, seen !== undefined) ?? (seen ? null : refusedAddress(url))
    if (unsound) {
      response.shouldKeepAlive = false
      answerOnce(response, refusalOf(url, unsound, this.safety))
    } else if (!boundBody(request, response, this.safetyOfWords)) return
    else if ((method !== 'GET' && method !== 'HEAD') || (!seen && takesCalls(url))) this.write(request, response)
    else this.read(request, response, seen)
  }

  /** Begins no more renders; resolves when those under way are done. Copies are handed out as before. */
  close(): Promise<void> {
    this.current.stop()
    return this.queue.close()
  }

  /** What the next front may hand out at once: the busiest pages, so many bytes of them at most. */
  written(bytes: number): KeptCopies {
    const { id, state } = this.current.read()
    return { stamp: id, publishedAt: state.publishedAt, copies: this.shelf.written(bytes) }
  }

  /** Takes back what the front before has laid by, if the same edition is public on the same day. */
  takeBack({ stamp, publishedAt, copies }: KeptCopies): void {
    const { id, state } = this.current.read()
    if (stamp === id && publishedAt === state.publishedAt) this.shelf.takeBack(copies)
  }

  private read(request: IncomingMessage, response: ServerResponse, seen: Shortcut | undefined): void {
    const { dawn } = this.current
    if (!dawn) this.answer(request, response, seen)
    else void dawn.then(() => this.answer(request, response, this.shortcuts.get(request.url ?? '/', request.headers)))
  }

  /** Any method that is more than reading: only the desk and signing in know such. */
  private write(request: IncomingMessage, response: ServerResponse): void {
    const { method, url = '/' } = request
    const refused = refusedMethod(method, url)
    if (refused) answerOnce(response, refusalOf(url, refused, this.safety))
    else if (method === 'POST' && takesCalls(url)) void this.call(request, response)
    else if ((goesStraight(url) && !isDownload(url)) || takesForms(url)) {
      void this.letNext(request, response, () => this.current.settle())
    } else answerOnce(response, optionsOf(this.safety, url))
  }

  /** The way of a hit allocates nothing. */
  private answer(request: IncomingMessage, response: ServerResponse, seen: Shortcut | undefined): void {
    // Where the stamp turns here, the shelf holds no page any more, so that what was seen leads to none.
    this.current.read()
    const { url = '/' } = request
    const copy = seen && this.shelf.store.get(seen.key)
    const ready = seen && copy?.ready(seen.encoding)
    if (copy && ready) {
      copy.hits++
      this.counts.hits++
      if (handOut(ready, request, response) === 304) this.counts.notModified++
    } else if (isLiveness(url)) answerOnce(response, alive(this.safety))
    else if (goesStraight(url) && !this.files.covers(url)) void this.letNext(request, response)
    else void this.find(request, response)
  }

  private async find(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { url = '/' } = request
      const { asked, stamp } = await this.placeOf(request)
      const found = await this.take(asked, { url, stamp, asker: this.senderOf(request) })
      if (!(found instanceof Copy)) return answerOnce(response, found)
      const { host, 'accept-encoding': accepted } = request.headers
      const encoding = found.choose(accepted)
      if (!encoding) return answerOnce(response, inWords(unacceptable, this.safety))
      const ready = found.ready(encoding) ?? (await found.in(encoding))
      if (asked.kind === 'page' || asked.kind === 'file') {
        this.shelf.store.weigh(asked.key, found)
        this.shortcuts.put(url, { host, accepted, key: asked.key, encoding })
      }
      found.hits++
      if (handOut(ready, request, response) === 304) this.counts.notModified++
    } catch (error) {
      this.refuse(error, request, response)
    }
  }

  /** What a request asks for, by the stamp by which it is answered. What no copy lies ready for is not printed of an edition that is about to end. */
  private async placeOf(request: IncomingMessage): Promise<{ asked: PressRequest; stamp: Stamp }> {
    const read = () => {
      const stamp = this.current.read()
      return { asked: readAddress(request, this.place, this.files, stamp), stamp }
    }
    const now = read()
    const { asked } = now
    const { coming } = this.current
    const isReady = asked.kind === 'file' || (asked.kind === 'page' && this.shelf.store.get(asked.key))
    if (!coming || isReady) return now
    // What there is not may be what the newest edition brings.
    await (asked.kind === 'missing' ? this.current.caughtUp() : coming)
    return read()
  }

  private async take(
    asked: PressRequest,
    { url, stamp, asker }: { url: string; stamp: Stamp; asker: string },
  ): Promise<Copy | Once> {
    if (asked.kind === 'missingFile' || (asked.kind === 'missing' && url.startsWith('/api')))
      return refusalOf(url, refusedMissing(url), this.safety)
    if (asked.kind === 'moved') return movedTo(asked.url, this.safety)
    if (asked.kind === 'missing') return this.shelf.missingOf(asked.locale, stamp, asker)
    const copy = asked.kind === 'unlisted' ? undefined : this.shelf.store.get(asked.key)
    if (copy) {
      this.counts.hits++
      return copy
    }
    if (asked.kind === 'file') return this.fileOf(asked.key, url)
    this.counts.misses++
    return asked.kind === 'page' ? this.shelf.pageOf(asked, stamp, asker) : this.printer.print(asked, stamp, asker)
  }

  /** A file of an earlier build may be gone since it was listed. */
  private fileOf = (key: string, url: string): Promise<Copy | Once> =>
    this.shelf.fileOf(key).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
      return refusalOf(url, refusedMissing(url), this.safety)
    })

  private senderOf = (request: IncomingMessage): string =>
    networkOf(this.options.senderOf?.(request) ?? request.socket.remoteAddress ?? '')

  private async letNext(
    request: IncomingMessage,
    response: ServerResponse,
    beforeAnswer?: () => Promise<void>,
  ): Promise<void> {
    secure(response, this.safety, isDownload(request.url ?? '') ? 'public' : 'one')
    try {
      response.once('close', this.passage.enter(this.senderOf(request)))
      await this.options.handler(request, response, beforeAnswer)
    } catch (error) {
      this.refuse(error, request, response)
    }
  }

  /** A call of a program asks as much as a page: it waits for its turn like one, once all of it has come. */
  private async call(request: IncomingMessage, response: ServerResponse): Promise<void> {
    secure(response, this.safety, 'public')
    response.setHeader('Cache-Control', 'no-store')
    const asker = this.senderOf(request)
    try {
      response.once('close', this.passage.enter(asker))
      const whole = await readWhole(request)
      const answer = async () => this.options.handler(whole, response)
      await this.queue.run(answer, asker).result
    } catch (error) {
      if (response.destroyed || response.headersSent) response.destroy()
      else this.refuse(error, request, response)
    }
  }

  private refuse(error: unknown, request: IncomingMessage, response: ServerResponse): void {
    const failing = failingOf(error)
    if (failing === 503 || failing === 'restart') this.counts.refused++
    if (!isTold(error)) this.options.onError?.(error, request.url ?? '')
    answerOnce(response, failureOf(failing, request, this.safety, this.current.read().state.site))
  }

  private turn(stamp: Stamp): void {
    // Which parameters an address knows is a matter of the edition.
    this.shortcuts.clear()
    this.shelf.turn(stamp)
  }

  private gauges() {
    const { bytes, count: copies } = this.shelf.store
    return { ...this.queue.load, bytes, copies, edition: this.current.read().state.edition }
  }
}

function failingOf(error: unknown): Failing {
  if (error instanceof RendererAwayError) return 'restart'
  if (error instanceof QueueFullError || error instanceof QueueClosedError || error instanceof TooSlowError) return 503
  return error instanceof UnfinishedPageError && error.status === 503 ? 'away' : 500
}

/** Whether the log need not have it: it tells of how much is asked, or has been told already. */
const isTold = (error: unknown): boolean =>
  error instanceof QueueFullError ||
  error instanceof QueueClosedError ||
  error instanceof RendererAwayError ||
  error instanceof PrintFailedError

/** An id that was given up leads to the one of now, for good: who follows a feed is to ask for that from now on (RFC 9110, section 15.4.2). */
const movedTo = (url: string, safety: Safety): Once =>
  inWords({ status: 301, words: `This is at ${url} now.`, lines: ['Location', url] }, safety)

const unacceptable = {
  status: 406,
  words: 'This can be had in br, gzip and identity; Accept-Encoding refuses all of them.',
  lines: ['Vary', 'Accept-Encoding'],
}
