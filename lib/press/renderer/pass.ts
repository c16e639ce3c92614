import type { ClientRequest, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { WaitingHandler } from '../render'
import { RendererAwayError, RendererGoneError, UnwantedError } from './away'
import type { Renderer } from './renderer'
import type { Renderers } from './renderers'

/** What belongs to one connection and not to the message (RFC 9110, section 7.6.1). */
const ofConnection = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]
// Node has answered it.
const leftOfRequest = new Set([...ofConnection, 'expect'])
const leftOfAnswer = new Set(ofConnection)

/**
 * Lets a renderer answer, both bodies as they come and no faster than they are taken. Whoever goes away, of the two, is gone for the
 * other too. A request to read is asked again where its renderer went before it had answered; rejects with `RendererAwayError` where no
 * answer can be had, nothing of one having left.
 */
export const passTo =
  (renderers: Pick<Renderers, 'ready'>): WaitingHandler =>
  async (request, response, beforeAnswer) => {
    const mayAskAgain = hasNoBody(request)
    for (let tried = 0; ; tried++)
      try {
        const renderer = await renderers.ready()
        if (response.destroyed) return
        return await pass(renderer, request, response, beforeAnswer)
      } catch (error) {
        if (!(error instanceof RendererGoneError)) throw error
        if (!mayAskAgain || tried > 0) throw new RendererAwayError()
      }
  }

const hasNoBody = ({ method, headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  headers['transfer-encoding'] === undefined &&
  headers['content-length'] === undefined

/** What a renderer is told of a request: a body of no told length goes in chunks again, or its end could be mistaken. */
function headersOf({ headers, socket }: IncomingMessage): OutgoingHttpHeaders {
  const passed: OutgoingHttpHeaders = {}
  for (const [name, value] of Object.entries(headers)) if (!leftOfRequest.has(name)) passed[name] = value
  passed['x-forwarded-for'] ??= socket.remoteAddress
  if (headers['transfer-encoding'] !== undefined) {
    delete passed['content-length']
    passed['transfer-encoding'] = 'chunked'
  }
  return passed
}

/** Resolves when the answer has left, or nobody wants it any more. Rejects while nothing of it has left. */
function pass(
  renderer: Renderer,
  request: IncomingMessage,
  response: ServerResponse,
  beforeAnswer = () => Promise.resolve(),
): Promise<void> {
  return new Promise((resolve, reject) => {
    const { method, url } = request
    const asked = renderer.request({ method, path: url, headers: headersOf(request) }, { isHasty: false })
    asked.on('error', (cause) => {
      if (response.headersSent || response.destroyed) response.destroy()
      else reject(new RendererGoneError({ cause }))
    })
    asked.on('response', (answer) => void beforeAnswer().then(() => takeAnswer(asked, answer, response)))
    response.once('close', () => {
      leave(request, asked)
      resolve()
    })
    if (hasNoBody(request)) asked.end()
    else request.pipe(asked)
  })
}

function takeAnswer(asked: ClientRequest, answer: IncomingMessage, response: ServerResponse): void {
  // The body was too long, and that has been said.
  if (response.headersSent || response.destroyed) return void asked.destroy(new UnwantedError())
  // Cut short it must not look whole.
  if (answer.destroyed && !answer.complete) return void response.destroy()
  copyHead(answer, response)
  answer.pipe(response)
  answer.once('close', () => {
    if (!answer.complete) response.destroy()
  })
  answer.on('error', () => response.destroy())
}

function copyHead({ statusCode = 500, rawHeaders }: IncomingMessage, response: ServerResponse): void {
  const lines = new Map<string, { name: string; values: string[] }>()
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2)
    const key = name.toLowerCase()
    if (leftOfAnswer.has(key)) continue
    const line = lines.get(key) ?? { name, values: [] }
    lines.set(key, line)
    line.values.push(value)
  }
  for (const { name, values } of lines.values())
    response.setHeader(name, values.length > 1 ? values : (values[0] ?? ''))
  response.writeHead(statusCode)
}

/** The answer has left, or the reader: what is still sent is not wanted, and what is still made is not either. */
function leave(request: IncomingMessage, asked: ClientRequest): void {
  request.unpipe(asked)
  request.resume()
  if (!asked.writableFinished || !asked.closed) asked.destroy(new UnwantedError())
}
