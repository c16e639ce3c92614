import type { IncomingMessage, ServerResponse } from 'node:http'

/** A request handler such as Next's. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

/** A handler that may be told what to wait for between an answer's being made and its leaving. */
export type WaitingHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  beforeAnswer?: () => Promise<void>,
) => unknown

/** What is to be printed: it sees the address and the host and nothing of the reader, for what is printed for one is handed to all. */
export interface ToPrint {
  url: string
  host: string
}

export interface Rendered {
  status: number
  /** Names in lower case. */
  headers: Record<string, unknown>
  /** Of a page, without Next's scripts. */
  body: Buffer
  /** Next gave up on the page, and has told the log why. */
  isUnfinished: boolean
}

/** Has a page printed. Rejects where it threw. */
export type Render = (page: ToPrint) => Promise<Rendered>
