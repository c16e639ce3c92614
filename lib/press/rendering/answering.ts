import type { IncomingMessage, ServerResponse } from 'node:http'
import { requestIdHeader } from '@/lib/log/request-id'
import { type RunningAnswer, withAnswer } from '../answer'
import type { Handler } from '../render'

/** Seconds after which one may ask again for what could not be had. */
const retryAfter = '5'

/**
 * Lets a page decide the status of its answer (`setStatus`), and names in the answer and in the log the request, as `setForwarded` has
 * named it. `logs`: each answer is logged.
 */
export const answering =
  (handle: Handler, { logs = false }: { logs?: boolean } = {}): Handler =>
  (request, response) => {
    const answer = answerTo(request)
    response.setHeader(requestIdHeader, answer.request)
    if (logs) logAnswer(response, answer)
    const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse
    response.writeHead = ((status: number, ...rest: unknown[]) => {
      const final = answer.status ?? status
      if (final === 503 && !response.hasHeader('retry-after')) response.setHeader('Retry-After', retryAfter)
      return writeHead(final, ...rest)
    }) as typeof response.writeHead
    return withAnswer(answer, () => handle(request, response))
  }

function answerTo({ headers, method = '', url = '' }: IncomingMessage): RunningAnswer {
  const [path = ''] = url.split('?')
  return { request: String(headers[requestIdHeader] ?? ''), method, path }
}

/** Logs how a request ended, and after how many milliseconds. */
function logAnswer(response: ServerResponse, answer: RunningAnswer): void {
  const began = performance.now()
  response.once('close', () => {
    const isWhole = response.writableFinished
    const milliseconds = Math.round(performance.now() - began)
    withAnswer(answer, () => console.debug('Answered', { status: response.statusCode, milliseconds, isWhole }))
  })
}
