import { type Path, type Problem, unknown } from '../problem'
import type { RecordKind } from '../words'

/** Where what is found wrong is told. */
export interface Findings {
  (kind: RecordKind, id: string, path: Path, message: string): void
  /** A name that nobody has. Looking for the near one takes a while, so only the first ones get a hint. */
  unknown(kind: RecordKind, id: string, path: Path, noun: string, name: string, ids: Iterable<string>): void
}

const mostHints = 100

export function finding(problems: Problem[]): Findings {
  let hints = mostHints
  const found = (kind: RecordKind, id: string, path: Path, message: string) => {
    problems.push({ kind, id, path, message })
  }
  return Object.assign(found, {
    unknown: (kind: RecordKind, id: string, path: Path, noun: string, name: string, ids: Iterable<string>) =>
      found(kind, id, path, unknown(noun, name, ids, hints-- > 0)),
  })
}
