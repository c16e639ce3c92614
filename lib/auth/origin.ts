/** What is read of the headers of a request. */
export interface RequestHeaders {
  get(name: string): string | null
}

/**
 * Whether a form was sent from a page of this very site (Fetch, sections 3.2 and 4.4; Fetch Metadata, section 2.4): by `Origin`,
 * else by `Sec-Fetch-Site`. A request that tells neither is none of ours.
 */
export function isSameOrigin(asked: RequestHeaders): boolean {
  const origin = asked.get('origin')
  if (origin === null || origin === 'null') return asked.get('sec-fetch-site') === 'same-origin'
  const host = asked.get('x-forwarded-host') ?? asked.get('host')
  return URL.canParse(origin) && new URL(origin).host === host
}
