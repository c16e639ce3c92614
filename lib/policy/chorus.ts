import { type Bits, clearBit, emptyBits, intersect, meet, setBit } from './bits'
import type { Compiled, CompiledRule } from './compile'
import type { Status } from './standing'
import type { DayNumber } from './steps'
import { restriction } from './verdict'

/** What all rules say, side by side: for asking very many cases no more than who decides. */
export interface Chorus {
  rules: readonly CompiledRule[]
  statuses: (Status | null)[]
  speaking: Bits
  /** Since when each rule says it; 0 where it does not speak. */
  starts: Int32Array
}

export const silence = ({ rules }: Compiled): Chorus => ({
  rules,
  statuses: rules.map(() => null),
  speaking: emptyBits(rules.length),
  starts: new Int32Array(rules.length),
})

export interface Turn {
  rule: CompiledRule
  status: Status | null
}

/** The chorus once some rules have come to say something else. */
export function afterTurns(chorus: Chorus, turns: readonly Turn[]): Chorus {
  const { rules } = chorus
  const [statuses, speaking, starts] = [chorus.statuses.slice(), chorus.speaking.slice(), chorus.starts.slice()]
  for (const { rule, status } of turns) {
    statuses[rule.index] = status
    starts[rule.index] = status?.start ?? 0
    if (status) setBit(speaking, rule.index)
    else clearBit(speaking, rule.index)
  }
  return { rules, statuses, speaking, starts }
}

/** The status that decides a case covered by these rules, as `decide` has it; null when none of them speaks. */
export function decidingOf(chorus: Chorus, covering: Bits, heard: Bits): Status | null {
  intersect(heard, covering, chorus.speaking)
  return firstIn(chorus, heard, true) ?? firstIn(chorus, heard, false)
}

function firstIn({ rules, statuses, starts }: Chorus, heard: Bits, mindingOthers: boolean): Status | null {
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
