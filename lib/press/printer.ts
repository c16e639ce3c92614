import { isEmbed } from '@/lib/addresses/embeds'
import type { Page } from './address'
import { Copy } from './copies/copy'
import type { Once } from './copies/hand-out'
import { type Audience, passedLines, revalidated, type Safety } from './gate/headers'
import type { PressCounts } from './metrics'
import type { Job, RenderQueue } from './queue'
import type { Render, Rendered } from './render'
import { speculationUrl } from './speculation'
import type { Stamp } from './stamp'

interface Parts {
  render: Render
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
      const rendered = await this.parts.render(page)
      if (rendered.status >= 500) this.parts.counts.failed++
      return printed(rendered, { stamp, safety: this.parts.safety, audience: audienceOf(page) })
    } catch (error) {
      this.parts.counts.failed++
      throw error
    } finally {
      done()
    }
  }
}

/** Next gave up on a page, and has told the log why. */
export class UnfinishedPageError extends Error {
  /** `status`: what the page was to answer with. */
  constructor(readonly status: number) {
    super('The page failed while it was rendered.')
    this.name = 'UnfinishedPageError'
  }
}

/** An answer that says itself when it last changed, as feeds do, is as old as that. */
function ownTime(headers: Rendered['headers'], stamp: Stamp): Pick<Stamp, 'lastModified' | 'began'> {
  const own = headers['last-modified']
  return typeof own === 'string' ? { lastModified: own, began: own } : stamp
}

const audienceOf = ({ isPrivate, url }: Page): Audience => (isPrivate ? 'one' : isEmbed(url) ? 'embed' : 'public')

function printed(
  { status, headers, body, isUnfinished }: Rendered,
  { stamp, safety, audience }: { stamp: Stamp; safety: Safety; audience: Audience },
): Copy | Once {
  const type = typeof headers['content-type'] === 'string' ? headers['content-type'] : ''
  const { lastModified, began } = ownTime(headers, stamp)
  // What stands in a frame leads out of it: nothing of this site is to be fetched ahead there.
  const isPage = audience !== 'embed' && /^text\/html\b/i.test(type)
  const lines = [...passedLines(headers), ...(isPage ? ['Speculation-Rules', `"${speculationUrl}"`] : [])]
  if (isUnfinished) throw new UnfinishedPageError(status)
  if (audience === 'one' || status !== 200) return { status, lines: [...lines, ...safety(type, audience)], body }
  return new Copy({
    bytes: body,
    type,
    lines,
    safety: safety(type, audience),
    cacheControl: revalidated,
    lastModified,
    began,
    effort: 'print',
  })
}
