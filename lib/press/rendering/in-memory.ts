import inject from 'light-my-request'
import { printPage } from '../print'
import type { Handler, Rendered, ToPrint } from '../render'

/** What Next sends for a page that threw outside the page's own guard: a document for its script to draw. */
const unfinished = 'id="__next_error__"'

/** Lets a handler answer a GET into memory, and prints the answer where it is a page. Rejects with what the handler or the print threw. */
export async function printInMemory(handler: Handler, { url, host }: ToPrint): Promise<Rendered> {
  const asked = { host, 'user-agent': 'rulewire-press', accept: '*/*' }
  const answer = await inject(dispatching(handler), { method: 'GET', url, headers: asked, validate: false })
  const { statusCode: status, headers, rawPayload: body } = answer
  if (!/^text\/html\b/i.test(String(headers['content-type'] ?? '')))
    return { status, headers, body, isUnfinished: false }
  if (status >= 500 && body.includes(unfinished)) return { status, headers, body, isUnfinished: true }
  return { status, headers, body: Buffer.from(printPage(body.toString('utf8'))), isUnfinished: false }
}

const dispatching =
  (handler: Handler): Handler =>
  async (request, response) => {
    try {
      await handler(request, response)
    } catch (error) {
      response.destroy(error instanceof Error ? error : new Error(String(error)))
    }
  }
