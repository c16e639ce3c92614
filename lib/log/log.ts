import type { Writable } from 'node:stream'
import { pino, stdTimeFunctions } from 'pino'
import { entryLine, entryOf } from './entry'

export const logFormats = ['json', 'text'] as const
export const logLevels = ['debug', 'info', 'warn', 'error'] as const

export type LogFormat = (typeof logFormats)[number]
export type LogLevel = (typeof logLevels)[number]

export interface LogSettings {
  /** JSON lines for programs, or lines for a person; undefined: the latter on a terminal. */
  format: LogFormat | undefined
  /** What is of less weight is left out. */
  level: LogLevel
  /** Whether the network of who was refused is told: a setting of the operator's, for a list of who is shut out. */
  addresses: boolean
}

/** Fields that tell where a request came from. */
const ofReaders = new Set(['network', 'address'])

type Log = Record<LogLevel, (...parts: unknown[]) => void>

/**
 * A log of one line per entry on a stream, in JSON (pino: level, time in ISO 8601, msg, err) or for a person. `context` names what is
 * being answered, and stands in every entry. A stream that nobody reads any more loses what it is given, and that is all.
 */
export function openLog(
  { format, level, addresses }: LogSettings,
  stream: Writable & { isTTY?: boolean },
  context: () => Record<string, string | undefined> = () => ({}),
): Log {
  stream.on('error', () => undefined)
  const isText = (format ?? (stream.isTTY ? 'text' : 'json')) === 'text'
  const json = pino(
    {
      base: { pid: process.pid },
      level,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      // An entry has its error in words already.
      serializers: { err: (error: unknown) => error },
    },
    stream,
  )
  const least = logLevels.indexOf(level)
  const write =
    (of: LogLevel) =>
    (...parts: unknown[]) => {
      if (logLevels.indexOf(of) < least) return
      const entry = entryOf([...parts, context()])
      if (!addresses) for (const name of ofReaders) delete entry.fields[name]
      const { msg, fields, err } = entry
      if (isText) stream.write(`${entryLine(entry)}\n`)
      else json[of]({ ...fields, ...(err ? { err } : {}) }, msg)
    }
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}

/** Whatever is said on the console from now on, also by Next, is an entry of the log: `console.log` excepted, which talks to whoever started. */
export function logConsole(log: Log): void {
  for (const level of logLevels) console[level] = log[level]
}
