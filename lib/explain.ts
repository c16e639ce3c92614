import { program } from '@/lib/program'
/**
 * An error that says itself what the person who runs the program can do about it. It is known by what it has, not by its class: the
 * server and the pages are bundled apart, and each bundle has classes of its own.
 */
export interface Instructive {
  /** What is wrong and what to do, in whole lines; undefined where nobody but a programmer can do anything. */
  readonly instruction: string | undefined
}

/**
 * What to print when the start fails: what is wrong and what to do, without a stack trace. An error nobody foresaw is
 * printed whole, because then the trace is all there is.
 */
export function explain(error: unknown, { host, port }: { host: string; port: number }): string {
  if (!(error instanceof Error)) return `${program} could not start: ${String(error)}`
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken by another program.\nStop it, or choose another port: PORT=${port + 1} npm start`
  if (code === 'EACCES' && 'syscall' in error && error.syscall === 'listen')
    return `This account may not listen on port ${port}.\nChoose one above 1023: PORT=3000 npm start`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${host} is not an address of this machine.\nSet HOST to one that is, such as localhost or 0.0.0.0.`
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(code) && 'path' in error)
    return `${String(error.path)} cannot be written.\nSet RULEWIRE_DATA to a folder that can.`
  if ('instruction' in error && typeof error.instruction === 'string') return error.instruction
  return `${program} could not start, for a reason it does not know.\n${error.stack ?? error.message}`
}
