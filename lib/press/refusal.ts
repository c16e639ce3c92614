import type { ServerResponse } from 'node:http'
import { problemDetails, problemType } from '@/lib/api/problem'
import { answerInWords, answerOnce } from './hand-out'
import { safetyLines } from './headers'
import { goesStraight } from './routes'

/** Why a request can have no answer, whatever is public. */
export interface Refusal {
  status: 400 | 405
  words: string
  lines?: string[]
}

const malformed: Refusal = { status: 400, words: 'The address cannot be read: its percent-encoding is not UTF-8.' }
const readOnly: Refusal = {
  status: 405,
  words: 'This address can only be read: use GET or HEAD.',
  lines: ['Allow', 'GET, HEAD, OPTIONS'],
}

/** What is public is only read (RFC 9110, section 15.5.6); Next answers OPTIONS, and whatever the press has no part in. */
export const refusedMethod = (method: string | undefined, url: string): Refusal | null =>
  method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || goesStraight(url) ? null : readOnly

/** A path that does not decode to text (RFC 3986, section 2.5) names nothing. */
export function refusedAddress(url: string): Refusal | null {
  if (!url.includes('%')) return null
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return null
  } catch {
    return malformed
  }
}

/** Says so: in words or, to users of the API, as problem details (RFC 9457). */
export function answerRefusal(response: ServerResponse, url: string, { status, words, lines = [] }: Refusal): void {
  if (/^\/api(?:$|[/?])/.test(url)) {
    const body = Buffer.from(`${JSON.stringify(problemDetails(status, words))}\n`)
    const told = ['Content-Type', problemType, 'Access-Control-Allow-Origin', '*', ...safetyLines(problemType)]
    answerOnce(response, { status, lines: [...told, ...lines], body })
  } else answerInWords(response, { status, words, lines })
}
