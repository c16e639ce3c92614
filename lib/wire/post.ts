import { ClosedAddressError, isClosedHost, openLookup } from '@/lib/network'
import { program } from '@/lib/program'
import type { HookMessage } from './hook'
import { errorToKeep, type Outcome } from './words'

/** Milliseconds for the whole of an answer, and bytes of it that are read. */
const [milliseconds, mostBytes] = [15_000, 64 * 1024]

/** Why an address is none for a webhook. */
export type HookRefusal = 'scheme' | 'login' | 'https' | 'closed'

/** Why a webhook may not have an address; null where it may. */
export function hookRefusal(address: string, hooksTo: readonly string[]): HookRefusal | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !['http:', 'https:'].includes(url.protocol)) return 'scheme'
  if (url.username || url.password) return 'login'
  if (isAllowed(url, hooksTo)) return null
  if (url.protocol === 'http:') return 'https'
  return isClosedHost(url.hostname) ? 'closed' : null
}

/** A host, or a host with its port, that whoever runs the site has named (`RULEWIRE_HOOKS_TO`). */
const isAllowed = (url: URL, hooksTo: readonly string[]): boolean =>
  hooksTo.includes(url.host) || hooksTo.includes(url.hostname)

/**
 * Sends a message to a webhook: to addresses of the open internet only, looked at when the connection is made, or to hosts that are
 * allowed by name; redirects are not followed. Never rejects. 410 means that the receiver wants no more.
 */
export async function postHook(
  address: string,
  { body, headers }: HookMessage,
  hooksTo: readonly string[],
): Promise<Outcome> {
  const refusal = hookRefusal(address, hooksTo)
  if (refusal)
    return {
      ok: false,
      why: 'never',
      error: `its address ${refusal === 'closed' ? new ClosedAddressError().message : 'is none for a webhook'}`,
    }
  const isFree = isAllowed(new URL(address), hooksTo)
  // Most sites have no webhook: none of their starts waits for what sends to one.
  const { Agent, request } = await import('undici')
  const agent = new Agent({
    connect: { timeout: milliseconds, ...(isFree ? {} : { lookup: openLookup }) },
    maxResponseSize: mostBytes,
    headersTimeout: milliseconds,
    bodyTimeout: milliseconds,
  })
  try {
    const { statusCode, body: answer } = await request(address, {
      dispatcher: agent,
      method: 'POST',
      body,
      headers: { ...headers, 'user-agent': `${program}-Webhooks` },
      signal: AbortSignal.timeout(milliseconds),
    })
    // What it answers is nobody's business; an answer that never ends must not keep what was taken from being noted.
    await answer.dump().catch(() => undefined)
    if (statusCode >= 200 && statusCode < 300) return { ok: true }
    return { ok: false, why: statusCode === 410 ? 'gone' : 'later', error: `it answered ${statusCode}` }
  } catch (error) {
    return { ok: false, why: 'later', error: errorOf(error) }
  } finally {
    void agent.destroy().catch(() => undefined)
  }
}

function errorOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (cause instanceof ClosedAddressError) return `its address ${cause.message}`
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const name = cause instanceof Error ? cause.name : ''
  if (name === 'TimeoutError' || /TIMEOUT/.test(code)) return 'it did not answer in time'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its host is not known'
  return code === '' ? errorToKeep(cause) : `it could not be reached (${code})`
}
