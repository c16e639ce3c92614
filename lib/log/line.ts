import { inspect } from 'node:util'

const longest = 4000
/** Colours that a library writes for a terminal (ECMA-48), and every other sign that would begin a line or move a cursor. */
const colour = /\p{Cc}\[[0-9;]*m/gu
const control = /[\p{Cc}\p{Zl}\p{Zp}]\s*/gu

/** What is to be logged as one line of at most 4,000 characters, whoever caused it: a stack stands behind its message. */
export const logLine = (parts: readonly unknown[]): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : inspect(part, { breakLength: Number.POSITIVE_INFINITY })))
    .join(' ')
    .slice(0, 2 * longest)
    .replace(colour, '')
    .replace(control, ' ')
    .trim()
    .slice(0, longest)
