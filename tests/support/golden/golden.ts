import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A verdict that the sources settle; a case may name a member. */
export interface Golden {
  case: Record<string, string>
  on: string
  /** Only what had been reported by this day. */
  known?: string
  /** The dispositions that are right: where the sources can be read either way, each. */
  right?: string[]
  /** The rules that apply beside it, where they are settled too. */
  duties?: string[]
  why: string
}

/** A verdict whose disposition is settled. */
export type GoldenAnswer = Golden & Required<Pick<Golden, 'right'>>

/** The golden verdicts of a dossier (`tests/fixtures/golden`). */
export const goldenOf = (dossier: string): Golden[] =>
  parse(readFileSync(`tests/fixtures/golden/${dossier}.yaml`, 'utf8'), { schema: 'failsafe' })

export const answersIn = (golden: readonly Golden[]): GoldenAnswer[] =>
  golden.filter((one): one is GoldenAnswer => one.right !== undefined)
