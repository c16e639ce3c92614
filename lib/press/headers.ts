/** Header lines as `writeHead` takes them: name, value, name, value. */
export type HeaderLines = string[]

/** Without any inline allowance: what a page needs comes from this host, or is not needed (CSP Level 3). */
const documentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
const dataPolicy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"
const permissions = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'browsing-topics']
  .map((name) => `${name}=()`)
  .join(', ')

/** A copy must be asked for again each time, which an ETag makes cheap: a publish is then visible at once. */
export const revalidated = 'public, max-age=0, must-revalidate'
/** For addresses whose bytes never change (RFC 8246). */
export const immutable = 'public, max-age=31536000, immutable'

const isDocument = (type: string): boolean => /^text\/html\b/i.test(type)

/** What every public answer of a type says of its safety; `rulesUrl` leads to the speculation rules of documents. */
export function safetyLines(type: string, rulesUrl?: string): HeaderLines {
  const common = ['X-Content-Type-Options', 'nosniff']
  if (!isDocument(type))
    return [...common, 'Content-Security-Policy', dataPolicy, 'Cross-Origin-Resource-Policy', 'cross-origin']
  return [
    ...common,
    'Content-Security-Policy',
    documentPolicy,
    'Referrer-Policy',
    'strict-origin-when-cross-origin',
    'Permissions-Policy',
    permissions,
    'Cross-Origin-Opener-Policy',
    'same-origin',
    'Cross-Origin-Resource-Policy',
    'same-origin',
    ...(rulesUrl ? ['Speculation-Rules', `"${rulesUrl}"`] : []),
  ]
}

/** The lines of Next's answer that readers get; all others, cookies before all, stay behind. */
const passed = new Map([
  ['content-type', 'Content-Type'],
  ['content-language', 'Content-Language'],
  ['content-disposition', 'Content-Disposition'],
  ['access-control-allow-origin', 'Access-Control-Allow-Origin'],
  ['location', 'Location'],
  ['retry-after', 'Retry-After'],
  ['allow', 'Allow'],
  ['x-robots-tag', 'X-Robots-Tag'],
])

export function passedLines(headers: Record<string, unknown>): HeaderLines {
  return [...passed].flatMap(([name, written]) => {
    const value = headers[name]
    return typeof value === 'string' ? [written, value] : []
  })
}
