import type { IncomingMessage, ServerResponse } from 'node:http'
import inject from 'light-my-request'

/** A request handler such as Next's. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

export interface Rendered {
  status: number
  /** Names in lower case. */
  headers: Record<string, unknown>
  body: Buffer
}

/**
 * Lets a handler answer a GET into memory. It sees the address and the host and nothing of the reader: what is printed for one
 * is handed to all. Rejects with what the handler threw.
 */
export async function renderInMemory(
  handler: Handler,
  { url, host }: { url: string; host: string },
): Promise<Rendered> {
  const headers = { host, 'user-agent': 'rulewire-press', accept: '*/*' }
  const answer = await inject(dispatching(handler), { method: 'GET', url, headers, validate: false })
  return { status: answer.statusCode, headers: answer.headers, body: answer.rawPayload }
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
