import { z } from 'zod'

const longest = 254

/** One mail address (RFC 5321, section 4.5.3.1, for its length), without a name and in one line. */
export const mailboxSchema = z.email().max(longest)
