/*
 * What the press has no part in: the desk, signing in, Next's own machinery, probes, and the front door, whose answer
 * depends on the reader's languages. All else is public: it is printed without cookies, whether it exists or not.
 */
const straight = /^\/(?:$|\?|(?:admin|api\/auth|_next|livez|readyz)(?:$|[/?]))/

/** Whether a request goes to Next as it came. `url` is the request target (RFC 9112, section 3.2.1). */
export const goesStraight = (url: string): boolean => straight.test(url)

/** Address prefixes that no browser should fetch ahead of a click. */
export const privatePrefixes = ['/admin', '/api']
