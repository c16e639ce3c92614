import { logLine } from './line'
import { withoutSecrets } from './secrets'

/** An error as the log has it: every text one line of at most 4,000 characters. */
export interface LoggedError {
  type: string
  message: string
  /** What the system, the database or Next calls it. */
  code?: string | undefined
  /** By which a page of Next names it to its reader. */
  digest?: string | undefined
  /** Where it was thrown, the frames behind each other. */
  stack?: string | undefined
  cause?: LoggedError | undefined
}

/** What is logged at once: what it says, the fields given beside it, and the error that it tells of. */
export interface LogEntry {
  msg: string
  fields: Record<string, string | number | boolean>
  err?: LoggedError | undefined
}

/** Names that the log has for itself. */
const own = new Set(['level', 'time', 'pid', 'msg', 'err'])
/** Errors that caused each other, at most. */
const deepest = 5

/**
 * What the parts of a call such as `console.error` come to: its texts are the message, plain objects are fields, and the first error
 * stands by itself. Values that a query was given are left out of it, and what addresses carry in secret.
 */
export function entryOf(parts: readonly unknown[]): LogEntry {
  const error = parts.find((part): part is Error => part instanceof Error)
  const fields = Object.assign({}, ...parts.filter(isPlain).map(fieldsOf))
  const words = parts.filter((part) => part !== error && !isPlain(part))
  const err = error ? loggedError(error) : undefined
  const msg = oneLine(words)
  return { msg: msg || (err?.message ?? ''), fields, err }
}

/** An entry as a person reads it on a terminal: one line of at most 4,000 characters. */
export const entryLine = ({ msg, fields, err }: LogEntry): string =>
  logLine([msg, ...Object.entries(fields).map(([name, value]) => `${name}=${value}`), ...(err ? said(err, msg) : [])])

function said({ type, message, stack, cause }: LoggedError, before = ''): string[] {
  const words = before === message ? [type] : [`${type}: ${message}`]
  return [...words, ...(stack ? [stack] : []), ...(cause ? ['caused by', ...said(cause)] : [])]
}

const oneLine = (parts: readonly unknown[]): string => withoutSecrets(logLine(parts))

const isPlain = (part: unknown): part is Record<string, unknown> =>
  typeof part === 'object' && part !== null && Object.getPrototypeOf(part) === Object.prototype

function fieldsOf(part: Record<string, unknown>): LogEntry['fields'] {
  const fields: LogEntry['fields'] = {}
  for (const [name, value] of Object.entries(part)) {
    if (value === undefined) continue
    fields[own.has(name) ? `${name}_` : name] =
      typeof value === 'number' || typeof value === 'boolean' ? value : oneLine([value])
  }
  return fields
}

function loggedError(error: Error, depth = 1): LoggedError {
  const message = messageOf(error)
  const { code, digest } = error as Error & { code?: unknown; digest?: unknown }
  return {
    type: logLine([error.name]),
    message: oneLine([message]),
    code: code === undefined ? undefined : logLine([String(code)]),
    digest: typeof digest === 'string' ? logLine([digest]) : undefined,
    stack: framesOf(error),
    cause: error.cause instanceof Error && depth < deepest ? loggedError(error.cause, depth + 1) : undefined,
  }
}

/** The message of an error; of a query that failed without the values that it was given. */
const messageOf = (error: Error): string =>
  'query' in error && 'params' in error ? `Failed query: ${String(error.query)}` : error.message

/** The frames of a stack, without the message that V8 writes before them. */
function framesOf({ stack, message }: Error): string | undefined {
  if (stack === undefined) return undefined
  const at = message === '' ? -1 : stack.indexOf(message)
  const frames = stack
    .slice(at < 0 ? 0 : at + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  return frames.length === 0 ? undefined : oneLine([frames.join('\n')])
}
