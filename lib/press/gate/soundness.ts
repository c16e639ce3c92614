import type { IncomingMessage } from 'node:http'
import type { PressRefusal } from './refusal'

/** A registered name or an IPv4 address, or an IPv6 one in brackets, and perhaps a port (RFC 3986, section 3.2.2). */
const soundHost = /^(?!.*\.\.)[a-z0-9_][a-z0-9_.-]*(?::\d{1,5})?$|^\[[0-9a-f:.]{2,45}\](?::\d{1,5})?$/i
const longestHost = 255
const mostHeaders = 100
/** The origin form (RFC 9112, section 3.2.1) in the characters that a request target may hold at all. */
const originForm = /^\/[\x21\x22\x24-\x7e]*$/
const strayed = /\\|%5c|\/\/|\/\.|%2f|%2e/i

/**
 * Why a request is answered 400 before anything else has looked at it: it can be read in two ways. A path with dot segments, empty
 * segments or backslashes, also percent-encoded ones, names another place to each who reads it, and so does a repeated or
 * unsound `Host`. Null for a sound one. `isKnown`: this address of this host was found sound before, and is not read again.
 */
export function unsoundness(request: IncomingMessage, isKnown = false): PressRefusal | null {
  const { url = '' } = request
  if (request.rawHeaders.length > 2 * mostHeaders) return tooManyHeaders
  if (!(isKnown ? namesHostOnce(request) : isSoundHost(request))) return unsoundHost
  if (isKnown) return null
  if (!originForm.test(url)) return unsoundTarget
  return strayed.test(url) && isAmbiguous(url) ? unsoundTarget : null
}

const tooManyHeaders: PressRefusal = { status: 431, words: `The request may have ${mostHeaders} header lines.` }
const unsoundHost: PressRefusal = { status: 400, words: 'The request must name its host once, as host or host:port.' }
const unsoundTarget: PressRefusal = {
  status: 400,
  words: 'The address must be a path from the root, without dot segments, empty segments or backslashes.',
}

function isSoundHost(request: IncomingMessage): boolean {
  const { host } = request.headers
  if (!namesHostOnce(request)) return false
  return host === undefined || (host.length <= longestHost && soundHost.test(host))
}

function namesHostOnce({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  let named = 0
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]
    if (name?.length === 4 && name.toLowerCase() === 'host') named++
  }
  // Only what is older than HTTP/1.1 may leave it out (RFC 9112, section 3.2).
  return named === 1 || (named === 0 && httpVersion === '1.0')
}

function isAmbiguous(url: string): boolean {
  const path = (url.split('?', 1)[0] ?? '').replace(/%2e/gi, '.').replace(/%2f/gi, '/').replace(/%5c/gi, '\\')
  return path.includes('\\') || path.includes('//') || /\/\.{1,2}(?=\/|$)/.test(path)
}
