/** Errors that carry their own instruction for the person who runs Rulewire. */
const told = new Set([
  'SettingsError',
  'DatabaseError',
  'SecretError',
  'DataFolderError',
  'DatabaseDamagedError',
  'DatabaseUnreachableError',
  'DatabaseBusyError',
  'NewerDatabaseError',
  'EngineMismatchError',
])

/**
 * What to print when the start fails: what is wrong and what to do, without a stack trace. An error nobody foresaw is
 * printed whole, because then the trace is all there is.
 */
export function explain(error: unknown, { host, port }: { host: string; port: number }): string {
  if (!(error instanceof Error)) return `Rulewire could not start: ${String(error)}`
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken by another program.\nStop it, or choose another port: PORT=${port + 1} npm start`
  if (code === 'EACCES' && 'syscall' in error && error.syscall === 'listen')
    return `This account may not listen on port ${port}.\nChoose one above 1023: PORT=3000 npm start`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${host} is not an address of this machine.\nSet HOST to one that is, such as localhost or 0.0.0.0.`
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(code) && 'path' in error)
    return `${String(error.path)} cannot be written.\nSet RULEWIRE_DATA to a folder that can.`
  if (error.name === 'ContentError') return `content/ cannot be loaded as it stands:\n${error.message}`
  if (told.has(error.name)) return error.message
  return `Rulewire could not start, for a reason it does not know.\n${error.stack ?? error.message}`
}
