import type { Day } from '@/lib/model'

/** Who makes `tag:` addresses, and since when: the name is the site's own from that day on (RFC 4151). */
export interface Authority {
  /** A domain or a mail address. */
  name: string
  since: Day
}

/** A `tag:` address: the same for ever, whatever host or scheme the site has. `specific` holds no blanks and no fragment. */
export const tagId = ({ name, since }: Authority, specific: string): string =>
  `tag:${name},${since}:${[...specific].map((sign) => (inTags.test(sign) ? sign : encodeURIComponent(sign))).join('')}`

/** What may stand as itself in the specific part (RFC 4151, section 2.1). */
const inTags = /[A-Za-z0-9\-._~!$&'()*+,;=:@/?]/
