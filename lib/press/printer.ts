import type { Page } from './address'
import { Copy } from './copy'
import { type HeaderLines, passedLines, revalidated, safetyLines } from './headers'
import type { Counts } from './metrics'
import { printPage } from './print'
import type { RenderQueue } from './queue'
import { type Handler, type Rendered, renderInMemory } from './render'
import { speculationUrl } from './speculation'
import type { Stamp } from './stamp'

/** An answer that is handed on to those who asked and then forgotten. */
export interface Passing {
  status: number
  lines: HeaderLines
  body: Buffer
}

interface Parts {
  handler: Handler
  queue: RenderQueue
  counts: Counts
  rendering: () => () => void
}

/** Has pages rendered and printed: however many ask for the same at the same stamp, it is done once. */
export class Printer {
  private readonly printing = new Map<string, Promise<Copy | Passing>>()

  constructor(private readonly parts: Parts) {}

  /** Only an answer 200 is a copy. Rejects as the queue does, and with what the render threw. */
  print(page: Page, stamp: Stamp): Promise<Copy | Passing> {
    const id = `${stamp.id}\n${page.key}`
    const found = this.printing.get(id)
    if (found) return found
    const printing = this.parts.queue.run(() => this.render(page, stamp)).finally(() => this.printing.delete(id))
    this.printing.set(id, printing)
    return printing
  }

  private async render(page: Page, stamp: Stamp): Promise<Copy | Passing> {
    const done = this.parts.rendering()
    try {
      const rendered = await renderInMemory(this.parts.handler, page)
      if (rendered.status >= 500) this.parts.counts.failed++
      return printed(rendered, stamp)
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
  constructor() {
    super('The page failed while it was rendered.')
    this.name = 'UnfinishedPageError'
  }
}

function printed({ status, headers, body }: Rendered, { lastModified, began }: Stamp): Copy | Passing {
  const type = typeof headers['content-type'] === 'string' ? headers['content-type'] : ''
  const lines = [...passedLines(headers), ...safetyLines(type, speculationUrl)]
  const isPage = /^text\/html\b/i.test(type)
  if (status >= 500 && isPage && body.includes(unfinished)) throw new UnfinishedPageError()
  const bytes = isPage ? Buffer.from(printPage(body.toString('utf8'))) : body
  if (status !== 200) return { status, lines, body: bytes }
  return new Copy({ bytes, type, lines, cacheControl: revalidated, lastModified, began, effort: 'print' })
}
