import { hash, verify } from '@node-rs/argon2'

/** argon2id with 19 MiB, two passes, one lane (OWASP Password Storage); the algorithm is the library's default. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const mostAtOnce = 2
const mostWaiting = 100
let running = 0
const waiting: (() => void)[] = []

/** More people ask for a password check than can be served; try again in a moment. */
export class TooManySignInsError extends Error {
  constructor() {
    super('Too many sign-ins at once.')
    this.name = 'TooManySignInsError'
  }
}

/** Hashing is made to be slow: without a cap a flood of sign-ins would take all memory and threads. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= mostAtOnce) {
    if (waiting.length >= mostWaiting) throw new TooManySignInsError()
    await new Promise<void>((go) => waiting.push(go))
  } else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/** A hash to store, in PHC string form. Throws `TooManySignInsError`. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost))

let dummy: Promise<string> | undefined

/**
 * Whether the password belongs to the stored hash. For `null` (unknown user, or no password) the same work is done and the
 * answer is false, so that time tells nothing. Throws `TooManySignInsError`.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  dummy ??= hash('nobody has this password', cost)
  const against = stored ?? (await dummy)
  const right = await inTurn(() => verify(against, password).catch(() => false))
  return right && stored !== null
}
