/** Header lines as `writeHead` takes them: name, value, name, value. */
export type HeaderLines = string[]

/** Without any inline allowance: what a page needs comes from this host, or is not needed (CSP Level 3). */
const documentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  // Checkers of pages read robots.txt from within the page.
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
/** What other sites may frame: it has no script and no form, and asks nobody else for anything. */
const embedPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  'frame-ancestors *',
].join('; ')
const dataPolicy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"
const permissions = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'browsing-topics']
  .map((name) => `${name}=()`)
  .join(', ')
/** Seconds that browsers are to keep to https: a year (RFC 6797). Other hosts of the domain are not ours to speak for. */
const strictTransport = 'max-age=31536000'

/** A copy must be asked for again each time, which an ETag makes cheap: a publish is then visible at once. */
export const revalidated = 'public, max-age=0, must-revalidate'
/** For addresses whose bytes never change (RFC 8246). */
export const immutable = 'public, max-age=31536000, immutable'

/**
 * Whose answer it is: the public site's, one for a single reader (the desk, signing in, probes), or that of whoever reads another site,
 * which frames it.
 */
export type Audience = 'public' | 'one' | 'embed'

/** What every answer says of its safety, by its media type. */
export type Safety = (type: string, audience?: Audience) => HeaderLines

/**
 * The security headers of every answer of a site, whoever makes it: press, Next or Node itself. `isHttps`: readers reach the site by
 * https only. Public data (the API, feeds, citations, pictures) may be read from other sites and by their
 * scripts (CORS); pages and what is for one reader may not. Parts of pages that are made for it may be framed, nothing else may.
 */
export const safetyOf =
  ({ isHttps }: { isHttps: boolean }): Safety =>
  (type, audience = 'public') => {
    const isDocument = /^text\/html\b/i.test(type)
    const isShared = audience !== 'one' && !isDocument
    const isFramed = audience === 'embed' && isDocument
    return [
      ...(isHttps ? ['Strict-Transport-Security', strictTransport] : []),
      'X-Content-Type-Options',
      'nosniff',
      'Content-Security-Policy',
      isFramed ? embedPolicy : isDocument ? documentPolicy : dataPolicy,
      // For browsers that do not know `frame-ancestors`.
      ...(isFramed ? [] : ['X-Frame-Options', 'DENY']),
      'Referrer-Policy',
      audience === 'one' ? 'same-origin' : 'strict-origin-when-cross-origin',
      'Permissions-Policy',
      permissions,
      'Cross-Origin-Opener-Policy',
      'same-origin',
      'Cross-Origin-Resource-Policy',
      isShared || isFramed ? 'cross-origin' : 'same-origin',
      // Whatever the status: a script that may read an answer must be able to read that it has moved, or has not changed.
      ...(isShared ? ['Access-Control-Allow-Origin', '*', 'Access-Control-Expose-Headers', 'ETag'] : []),
    ]
  }

/** The lines of Next's answer that readers get; all others, cookies before all, stay behind. */
const passed = new Map([
  ['content-type', 'Content-Type'],
  ['content-language', 'Content-Language'],
  ['content-disposition', 'Content-Disposition'],
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
