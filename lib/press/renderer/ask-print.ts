import { faultHeader, printHeader } from '../gate/forwarded'
import type { Render, Rendered, ToPrint } from '../render'
import { PrintFailedError, RendererAwayError, RendererGoneError } from './away'
import type { Renderer } from './renderer'
import type { Renderers } from './renderers'

/** Renderers that are asked for one page: a page that ends whoever renders it must not end them for ever. */
const tries = 2

/**
 * Has pages printed by a renderer; where the one that was asked goes, by the next. Rejects with `RendererAwayError` where none comes in
 * time, and with `PrintFailedError` where the page threw.
 */
export const printBy =
  (renderers: Pick<Renderers, 'ready'>): Render =>
  async (page) => {
    for (let tried = 0; tried < tries; tried++)
      try {
        return await print(await renderers.ready(), page)
      } catch (error) {
        if (!(error instanceof RendererGoneError)) throw error
      }
    throw new RendererAwayError()
  }

function print(renderer: Renderer, { url, host }: ToPrint): Promise<Rendered> {
  return new Promise((resolve, reject) => {
    const asked = renderer.request({ path: url, headers: { host, [printHeader]: '1' } }, { isHasty: true })
    const gone = (cause: unknown) => reject(new RendererGoneError({ cause }))
    asked.on('error', gone)
    asked.on('response', (answer) => {
      const { statusCode: status = 500, headers } = answer
      if (headers[faultHeader] === 'thrown') {
        answer.resume()
        return reject(new PrintFailedError())
      }
      const parts: Buffer[] = []
      answer.on('data', (part) => parts.push(part))
      answer.on('error', gone)
      answer.on('end', () =>
        resolve({ status, headers, body: Buffer.concat(parts), isUnfinished: headers[faultHeader] === 'unfinished' }),
      )
    })
    asked.end()
  })
}
