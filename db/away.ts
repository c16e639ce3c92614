/** What a server says of itself (SQLSTATE): lost connections, no room, going down, starting, shut, nobody let in, a time limit passed. */
const states = /^(08...|28...|3D000|53...|55000|57P0[1-5]|57014|55P03|25P03)$/

/** What the embedded database says of its file: locked by others, or its disk is full, gone or failing. */
const fileCodes = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|PROTOCOL)/

/** What the network says. */
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/** What the driver says of a connection, in words only. */
const words =
  /^(Query read timeout|timeout expired|timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/

/**
 * Whether an error, or any error that it was caused by, says that the database cannot be had for the moment: it is down, cannot
 * be reached, is locked, or did not answer within its time limit. Whoever asked may ask again later (503 with Retry-After); it
 * is no fault of the request, and none of this program. What was to be written may or may not have been.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('away' in error && error.away === true) return true
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (states.test(code) || fileCodes.test(code) || networkCodes.has(code) || words.test(error.message)) return true
  if (error instanceof AggregateError && error.errors.some(isDatabaseAway)) return true
  return isDatabaseAway(error.cause)
}
