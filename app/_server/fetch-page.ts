import 'server-only'
import { Agent, request } from 'undici'
import { mostPage } from '@/lib/intake/read-page'
import { ClosedAddressError, isClosedHost, openLookup } from '@/lib/network'

/** Why a page was not fetched, as the end of a sentence. */
export class PageNotFetchedError extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'PageNotFetchedError'
  }
}

const mostRedirects = 3
const milliseconds = 10_000

/**
 * Fetches a page of the news that an editor asks for: http or https, by public addresses only, through at most three
 * redirects, in ten seconds, a megabyte at most, decoded by the encoding that it says. Throws `PageNotFetchedError`.
 */
export async function fetchPage(address: string): Promise<{ html: string; address: string }> {
  const agent = new Agent({
    connect: { lookup: openLookup, timeout: milliseconds },
    maxResponseSize: mostPage,
    headersTimeout: milliseconds,
    bodyTimeout: milliseconds,
  })
  const signal = AbortSignal.timeout(milliseconds)
  try {
    let url = readAddress(address)
    for (let redirects = 0; ; redirects++) {
      const response = await request(url, {
        dispatcher: agent,
        signal,
        headers: {
          accept: 'text/html,application/xhtml+xml',
          'user-agent': 'Mozilla/5.0 (compatible; an editor asked)',
        },
      })
      const { statusCode, headers, body } = response
      const location = headers.location
      if (statusCode >= 300 && statusCode < 400 && typeof location === 'string') {
        await body.dump()
        if (redirects === mostRedirects) throw new PageNotFetchedError(`was sent on more than ${mostRedirects} times`)
        url = readAddress(new URL(location, url).href)
        continue
      }
      if (statusCode !== 200) {
        await body.dump()
        throw new PageNotFetchedError(`answered ${statusCode}`)
      }
      const bytes = Buffer.from(await body.arrayBuffer())
      return { html: decode(bytes, String(headers['content-type'] ?? '')), address: url.href }
    }
  } catch (error) {
    throw failureOf(error)
  } finally {
    await agent.destroy().catch(() => undefined)
  }
}

function readAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new PageNotFetchedError('is no address of a page: it begins with https://')
  if (url.username || url.password) throw new PageNotFetchedError('holds a name or a password: leave them out')
  // A bare address is never looked up, so that it is judged here.
  if (isClosedHost(url.hostname)) throw new PageNotFetchedError(new ClosedAddressError().message)
  return url
}

/** A page by the encoding that its header, or its own beginning, says; UTF-8 where neither does, or says an unknown one. */
function decode(bytes: Buffer, contentType: string): string {
  const begins = bytes.subarray(0, 2048).toString('latin1')
  const said = /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(begins)?.[1]
  try {
    return new TextDecoder(said ?? 'utf-8').decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

function failureOf(error: unknown): PageNotFetchedError {
  if (error instanceof PageNotFetchedError) return error
  const cause = error instanceof Error ? error.cause : undefined
  for (const one of [error, cause]) if (one instanceof ClosedAddressError) return new PageNotFetchedError(one.message)
  if (cause instanceof PageNotFetchedError) return cause
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
    return new PageNotFetchedError('is larger than a megabyte: paste its text')
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new PageNotFetchedError('is of a host that is not known')
  const name = error instanceof Error ? error.name : ''
  if (name === 'TimeoutError' || /TIMEOUT/.test(code)) return new PageNotFetchedError('did not answer in time')
  return new PageNotFetchedError('could not be reached')
}
