import { type Bits, clearBit, emptyBits, intersect, meet, setBit } from '@/lib/policy/compiled/bits'
import type { DayNumber } from '@/lib/policy/compiled/steps'
import type { Compiled, CompiledRule } from '@/lib/policy/compiled/types'
import type { Status } from '@/lib/policy/standing/governing'
import type { Moment } from '@/lib/policy/standing/moment'
import { standingsAt } from '@/lib/policy/standing/status'
import { type PlainAnswer, restriction } from './verdict'

/** What all rules say, side by side: for asking very many cases no more than who decides. */
export interface Chorus {
  compiled: Compiled
  statuses: (Status | null)[]
  speaking: Bits
  /** Since when each rule says it; 0 where it does not speak. */
  starts: Int32Array
}

/** Before anything was said. */
export const noChorus = (compiled: Compiled): Chorus => ({
  compiled,
  statuses: compiled.rules.map(() => null),
  speaking: emptyBits(compiled.rules.length),
  starts: new Int32Array(compiled.rules.length),
})

export function chorusAt(moment: Moment): Chorus {
  const standingOf = standingsAt(moment)
  return afterTurns(
    noChorus(moment.compiled),
    moment.compiled.rules.map((rule) => ({ rule, status: standingOf(rule).status })),
  )
}

export interface RuleTurn {
  rule: CompiledRule
  status: Status | null
}

/** The chorus once some rules have come to say something else. */
export function afterTurns(chorus: Chorus, turns: readonly RuleTurn[]): Chorus {
  const [statuses, speaking, starts] = [chorus.statuses.slice(), chorus.speaking.slice(), chorus.starts.slice()]
  for (const { rule, status } of turns) {
    statuses[rule.index] = status
    starts[rule.index] = status?.start ?? 0
    if (status) setBit(speaking, rule.index)
    else clearBit(speaking, rule.index)
  }
  return { compiled: chorus.compiled, statuses, speaking, starts }
}

/** What a case is told that these rules cover: the same as `decide` says. `heard` is room to work in. */
export function saidTo(chorus: Chorus, covering: Bits, heard: Bits): PlainAnswer {
  intersect(heard, covering, chorus.speaking)
  const deciding = firstIn(chorus, heard, true) ?? firstIn(chorus, heard, false)
  return deciding ?? { disposition: chorus.compiled.dossier.default, conditions: [] }
}

function firstIn(
  { compiled: { rules }, statuses, starts }: Chorus,
  heard: Bits,
  mindingOthers: boolean,
): Status | null {
  let first: Status | null = null
  let since: DayNumber = -1
  for (let word = 0; word < heard.length; word++)
    for (let rest = heard[word] ?? 0; rest !== 0; rest &= rest - 1) {
      const index = (word << 5) + (31 - Math.clz32(rest & -rest))
      const start = starts[index] ?? 0
      if (start < since) continue
      const status = statuses[index] as Status
      if (first && start === since && restriction(status.disposition) >= restriction(first.disposition)) continue
      if (mindingOthers && meet((rules[index] as CompiledRule).setAsideBy, heard)) continue
      first = status
      since = start
    }
  return first
}
