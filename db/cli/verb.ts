import { type ParseArgsConfig, parseArgs } from 'node:util'

/** What a verb has of the world: lines to standard output and error, and the present instant. */
export interface World {
  out(line: string): void
  err(line: string): void
  stdin: NodeJS.ReadableStream
  now(): string
}

export interface Verb {
  /** Its arguments, as help shows them. */
  usage: string
  summary: string
  /** Returns the exit code. Throws `UsageError` for arguments that make no sense. */
  run(args: string[], world: World): Promise<number>
}

/** Bad arguments: exit code 2. */
export class UsageError extends Error {}

/** A refusal that is not a bug: its message is all that is shown; exit code 1. */
export class VerbRefusedError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>

/** Parses arguments; exactly `names.length` positional ones, none of them empty. */
export function readArgs<O extends Options>(args: string[], names: string[], options: O) {
  try {
    const parsed = parseArgs({ args, options, allowPositionals: true, strict: true })
    const { positionals, values } = parsed
    const missing = names[positionals.filter((text) => text !== '').length]
    if (missing) throw new UsageError(`${missing} is missing`)
    if (positionals.length > names.length)
      throw new UsageError(`“${positionals[names.length]}” is one argument too many`)
    return { positionals, values }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
