import { problemDetails, problemType } from '@/lib/api/problem'
import { inWords, type Once } from '../copies/hand-out'
import type { Safety } from './headers'
import { goesStraight, isDownload, takesCalls, takesForms } from './straight'

/** Why a request can have no answer, whatever is public. */
export interface PressRefusal {
  status: 400 | 404 | 405 | 431
  words: string
  lines?: string[]
}

const readings = 'GET, HEAD, OPTIONS'
const malformed: PressRefusal = { status: 400, words: 'The address cannot be read: its percent-encoding is not UTF-8.' }
const readOnly: PressRefusal = {
  status: 405,
  words: 'This address can only be read: use GET or HEAD.',
  lines: ['Allow', readings],
}

const formsOnly: PressRefusal = {
  status: 405,
  words: 'This address takes no such request: use GET, HEAD or, for a form, POST.',
  lines: ['Allow', `${readings}, POST`],
}

const callings = 'POST, OPTIONS'
const callsOnly: PressRefusal = {
  status: 405,
  words: 'This address takes calls of the Model Context Protocol: use POST.',
  lines: ['Allow', callings],
}

const missingFile: PressRefusal = { status: 404, words: 'There is no such file.' }
const missingInApi: PressRefusal = {
  status: 404,
  words: 'The API has no such address. What it offers stands in /api/v1/openapi.json.',
}

const isApi = (url: string): boolean => /^\/api(?:$|[/?])/.test(url)

/** What is no page and is not there. */
export const refusedMissing = (url: string): PressRefusal => (isApi(url) ? missingInApi : missingFile)

const isReading = (method: string | undefined): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS'

/** What is public is only read (RFC 9110, section 15.5.6); what the press has no part in is left to Next. */
export const refusedMethod = (method: string | undefined, url: string): PressRefusal | null => {
  if (takesCalls(url)) return method === 'POST' || method === 'OPTIONS' ? null : callsOnly
  if (isReading(method) || (method === 'POST' && takesForms(url))) return null
  return goesStraight(url) && !isDownload(url) ? formsOnly : readOnly
}

/** A path that does not decode to text (RFC 3986, section 2.5) names nothing. */
export function refusedAddress(url: string): PressRefusal | null {
  if (!url.includes('%')) return null
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return null
  } catch {
    return malformed
  }
}

/** Says so: in words or, to users of the API, as problem details (RFC 9457). */
export function refusalOf(url: string, refusal: PressRefusal, safety: Safety): Once {
  const { status, words, lines = [] } = refusal
  if (!isApi(url)) return inWords(refusal, safety)
  const told = ['Content-Type', problemType, ...safety(problemType)]
  const body = Buffer.from(`${JSON.stringify(problemDetails(status, words))}\n`)
  return { status, lines: [...told, ...lines], body }
}

/** The headers of a request that a script of another site may set. */
const asked = 'If-None-Match, If-Modified-Since'

/** What may be done with a public address (RFC 9110, section 9.3.7): reading it, from anywhere where it is data. */
export function optionsOf(safety: Safety, url: string): Once {
  const [allowed, headers] = takesCalls(url) ? [callings, '*'] : [readings, asked]
  const lines = ['Allow', allowed, 'Access-Control-Allow-Methods', allowed, 'Access-Control-Allow-Headers', headers]
  return { status: 200, lines: [...lines, ...safety('')], body: Buffer.alloc(0) }
}
