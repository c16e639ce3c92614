import type { Page } from './address'
import { Copy } from './copies/copy'
import type { Once } from './copies/hand-out'
import { passedLines, revalidated, type Safety } from './gate/headers'
import type { PressCounts } from './metrics'
import { printPage } from './print'
import type { Job, RenderQueue } from './queue'
import { type Handler, type Rendered, renderInMemory } from './render'
import { speculationUrl } from './speculation'
import type { Stamp } from './stamp'

interface Parts {
  handler: Handler
  queue: RenderQueue
  counts: PressCounts
  rendering: () => () => void
  safety: Safety
}

/** Has pages rendered and printed: however many ask for the same at the same stamp, it is done once. */
export class Printer {
  private readonly printing = new Map<string, Job<Copy | Once>>()

  constructor(private readonly parts: Parts) {}

  /** For one asker (`networkOf`). Only an answer 200 is a copy. Rejects as the queue does, and with what the render threw. */
  print(page: Page, stamp: Stamp, asker: string): Promise<Copy | Once> {
    const id = `${stamp.id}\n${page.key}`
    const found = this.printing.get(id)
    if (found) {
      found.alsoFor(asker)
      return found.result
    }
    const { result, alsoFor } = this.parts.queue.run(() => this.render(page, stamp), asker)
    const printing = { result: result.finally(() => this.printing.delete(id)), alsoFor }
    this.printing.set(id, printing)
    return printing.result
  }

  private async render(page: Page, stamp: Stamp): Promise<Copy | Once> {
    const done = this.parts.rendering()
    try {
      const rendered = await renderInMemory(this.parts.handler, page)
      if (rendered.status >= 500) this.parts.counts.failed++
      return printed(rendered, stamp, this.parts.safety)
    } catch (error) {
      this.parts.counts.failed++
      throw error
    } finally {
      done()
    }
  }
}

/** What Next sends for a page that threw outside the page's own guard: a document for its script to draw. */
const unfinished = 'id="__next_error__"'

/** Next gave up on a page, and has told the log why. */
export class UnfinishedPageError extends Error {
  /** `status`: what the page was to answer with. */
  constructor(readonly status: number) {
    super('The page failed while it was rendered.')
    this.name = 'UnfinishedPageError'
  }
}

function printed({ status, headers, body }: Rendered, stamp: Stamp, safety: Safety): Copy | Once {
  const type = typeof headers['content-type'] === 'string' ? headers['content-type'] : ''
  const { lastModified, began } = stamp
  const isPage = /^text\/html\b/i.test(type)
  const lines = [...passedLines(headers), ...(isPage ? ['Speculation-Rules', `"${speculationUrl}"`] : [])]
  if (status >= 500 && isPage && body.includes(unfinished)) throw new UnfinishedPageError(status)
  const bytes = isPage ? Buffer.from(printPage(body.toString('utf8'))) : body
  if (status !== 200) return { status, lines: [...lines, ...safety(type)], body: bytes }
  return new Copy({
    bytes,
    type,
    lines,
    safety: safety(type),
    cacheControl: revalidated,
    lastModified,
    began,
    effort: 'print',
  })
}
