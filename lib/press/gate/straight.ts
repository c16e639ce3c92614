import { mcpPath } from '@/lib/addresses/mcp'
import { languages } from '@/lib/addresses/names'
import { inWords, type Once } from '../copies/hand-out'
import type { Safety } from './headers'

/*
 * What the press has no part in: the desk, signing in, Next's own machinery, probes, and the front door, whose answer
 * depends on the reader's languages; and files in bulk. All else is public: it is printed without cookies, whether it exists or not.
 */
const straight = /^\/(?:$|\?|(?:admin|api\/auth|_next|livez|readyz)(?:$|[/?]))/

/** What is public and too long to be kept as a copy: the files in bulk. */
const downloads = /^\/data\/[^/?]+(?:\/[^/?]+)?(?:$|\?)/

/** Whether a request goes to Next as it came. `url` is the request target (RFC 9112, section 3.2.1). */
export const goesStraight = (url: string): boolean => straight.test(url) || downloads.test(url)

/** Whether a request is for a file that is made as it leaves, the same for all readers. */
export const isDownload = (url: string): boolean => downloads.test(url)

/** Whether a request asks if the process lives, which no other process can tell. */
export const isLiveness = (url: string): boolean => /^\/livez(?:$|\?)/.test(url)

/** It does. */
export const alive = (safety: Safety): Once => inWords({ status: 200, words: 'ok' }, (type) => safety(type, 'one'))

/** Whether a request asks if the site is ready. */
export const isReadiness = (url: string): boolean => /^\/readyz(?:$|\?)/.test(url)

/** The desk and signing in, and the forms of who follows by mail: all that takes more than questions. */
const forms = new RegExp(
  `^/(?:(?:admin|api/auth)(?:$|[/?])|(?:${languages.join('|')})/follow/(?:ask|set|stop)(?:$|\\?))`,
)

/** Whether an address takes what a form sends. */
export const takesForms = (url: string): boolean => forms.test(url)

/** Whether an address takes calls of programs: it is public, and asked by POST alone. */
export const takesCalls = (url: string): boolean => url.split('?', 1)[0] === mcpPath

/** Address prefixes that no browser should fetch ahead of a click. */
export const privatePrefixes = ['/admin', '/api', '/data']
