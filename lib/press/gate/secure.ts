import type { ServerResponse } from 'node:http'
import type { Audience, Safety } from './headers'

/** Gives an answer that is made elsewhere the security headers that it does not set itself, at the moment when its head leaves. */
export function secure(response: ServerResponse, safety: Safety, audience: Audience): void {
  const writeHead = response.writeHead.bind(response) as (...parts: unknown[]) => ServerResponse
  response.writeHead = ((...parts: unknown[]) => {
    const given = headersAmong(parts)
    const type = given.get('content-type') ?? response.getHeader('content-type')
    const kept = audience === 'one' ? ['Cache-Control', 'no-store'] : []
    const lines = [...safety(typeof type === 'string' ? type : '', audience), ...kept]
    for (let at = 0; at < lines.length; at += 2) {
      const [name = '', value = ''] = lines.slice(at, at + 2)
      if (!given.has(name.toLowerCase()) && !response.hasHeader(name)) response.setHeader(name, value)
    }
    return writeHead(...parts)
  }) as typeof response.writeHead
}

/** The headers that `writeHead` is given, in either of the forms that it takes. */
function headersAmong(parts: readonly unknown[]): Map<string, unknown> {
  const last = parts.at(-1)
  if (typeof last !== 'object' || last === null) return new Map()
  if (!Array.isArray(last)) return new Map(Object.entries(last).map(([name, value]) => [name.toLowerCase(), value]))
  const lines = last.flat()
  return new Map(
    lines.flatMap((name, at) => (at % 2 === 0 ? [[String(name).toLowerCase(), lines[at + 1]] as const] : [])),
  )
}
