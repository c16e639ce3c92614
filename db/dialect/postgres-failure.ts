const failures: [RegExp, string][] = [
  [/^53100$/, 'the disk of the database is full'],
  [/^53/, 'the database server has no room left for this'],
  [/^(55P03|57014|40001|40P01)$/, 'the database is locked or too busy'],
  [/^25006$/, 'the database cannot be written'],
  [
    /^(08|57P|28|3D|55000|ECONN|ENOTFOUND|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)/,
    'the database cannot be reached',
  ],
]
/** What the driver says, without a code, of a connection that is gone. */
const lostConnection = /connection terminated|timeout exceeded when trying to connect|connection error/i

/** Why this engine took nothing, as part of a sentence; null for an error that is not about the state of the database. */
export function storageFailure(error: Error): string | null {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const found = failures.find(([codes]) => codes.test(code))
  if (found) return found[1]
  return lostConnection.test(error.message) ? 'the database cannot be reached' : null
}
