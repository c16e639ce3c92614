import { type Bits, clearBit, commonMembers, emptyBits, intersect, meet, setBit } from '@/lib/policy/compiled/bits'
import type { DayNumber } from '@/lib/policy/compiled/steps'
import type { Compiled, CompiledRule } from '@/lib/policy/compiled/types'
import type { Status } from '@/lib/policy/standing/governing'
import type { Moment } from '@/lib/policy/standing/moment'
import { standingsAt } from '@/lib/policy/standing/status'
import type { PlainAnswer } from './decide'
import { addsNothing, type Duty, restriction } from './settle'

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

/** Room to work in for one who asks about very many cases. */
export interface Ear {
  heard: Bits
  norms: Bits
  left: Bits
}

export const newEar = ({ rules }: Compiled): Ear => ({
  heard: emptyBits(rules.length),
  norms: emptyBits(rules.length),
  left: emptyBits(rules.length),
})

/** What a case is told that is covered by these: the same as `decide` says. */
export function saidTo(chorus: Chorus, covering: Bits, ear: Ear): PlainAnswer {
  const { compiled } = chorus
  const { heard } = ear
  intersect(heard, covering, chorus.speaking)
  const duties = compiled.duties ? dutiesHeard(chorus, heard) : none
  const norms = compiled.duties ? without(ear.norms, heard, compiled.duties) : heard
  const deciding = firstIn(chorus, meet(compiled.overridable, heard) ? unopposedIn(chorus, heard, norms, ear) : norms)
  if (deciding) return { disposition: deciding.disposition, conditions: deciding.conditions, duties }
  const isTracked = !hasAnyFrom(covering, compiled.rules.length)
  return { disposition: isTracked ? compiled.dossier.default : 'untracked', conditions: [], duties }
}

const none: Duty[] = []

function without(into: Bits, bits: Bits, others: Bits): Bits {
  for (let word = 0; word < into.length; word++) into[word] = (bits[word] ?? 0) & ~(others[word] ?? 0)
  return into
}

/** Whether a set holds anything at a place or behind it. */
function hasAnyFrom(bits: Bits, first: number): boolean {
  const word = first >>> 5
  if (((bits[word] ?? 0) & (-1 << (first & 31))) !== 0) return true
  for (let later = word + 1; later < bits.length; later++) if (bits[later] !== 0) return true
  return false
}

/** The norms that no other overrides explicitly; all of them when that would be none. */
function unopposedIn({ compiled: { rules, overridable } }: Chorus, heard: Bits, norms: Bits, ear: Ear): Bits {
  const { left } = ear
  let isAny = false
  for (let word = 0; word < left.length; word++) {
    let kept = norms[word] ?? 0
    for (let rest = kept & (overridable[word] ?? 0); rest !== 0; rest &= rest - 1) {
      const low = rest & -rest
      const index = (word << 5) + (31 - Math.clz32(low))
      if (meet((rules[index] as CompiledRule).overriddenBy, heard)) kept &= ~low
    }
    left[word] = kept
    isAny ||= kept !== 0
  }
  return isAny ? left : norms
}

function dutiesHeard({ compiled: { rules, duties }, statuses }: Chorus, heard: Bits): Duty[] {
  if (!duties || !meet(duties, heard)) return none
  return commonMembers([duties, heard]).flatMap((index): Duty[] => {
    const rule = rules[index] as CompiledRule
    const status = statuses[index]
    if (!status || addsNothing(status.disposition) || meet(rule.overriddenBy, heard)) return []
    const { change, disposition, conditions } = status
    return [{ rule: rule.id, change, disposition, conditions }]
  })
}

/** The first of those that none of them is narrower than. */
function firstIn({ compiled: { rules }, statuses, starts }: Chorus, norms: Bits): Status | null {
  let first: Status | null = null
  let since: DayNumber = -1
  for (let word = 0; word < norms.length; word++)
    for (let rest = norms[word] ?? 0; rest !== 0; rest &= rest - 1) {
      const index = (word << 5) + (31 - Math.clz32(rest & -rest))
      const start = starts[index] ?? 0
      if (start < since) continue
      const status = statuses[index] as Status
      if (first && start === since && restriction(status.disposition) >= restriction(first.disposition)) continue
      if (meet((rules[index] as CompiledRule).narrowedBy, norms)) continue
      first = status
      since = start
    }
  return first
}
