import { type Disposition, dispositions, type Text } from '@/lib/model'
import { type Bits, emptyBits, hasBit, meet, setBit } from '@/lib/policy/compiled/bits'
import type { Compiled, CompiledRule } from '@/lib/policy/compiled/types'
import type { Status } from '@/lib/policy/standing/governing'

export type OverrideReason = 'overrides' | 'narrower' | 'later' | 'stricter'

/** A rule that covers the case and speaks, but does not decide it: which rule sets it aside, and why. */
export interface Overridden {
  rule: string
  by: string
  reason: OverrideReason
  disposition: Disposition
}

/** A rule that applies beside whatever decides (model, section 2, verdict). */
export interface Duty {
  rule: string
  change: string
  disposition: Disposition
  conditions: Text[]
}

interface Speaker {
  rule: CompiledRule
  status: Status
}

/** The stricter, the smaller. */
export const restriction = (disposition: Disposition): number => dispositions.indexOf(disposition)

/** The latest, then the strictest, then the smaller id: negative where `a` comes first. Rules are in the order of their ids. */
const byWeight = (a: Speaker, b: Speaker): number =>
  b.status.start - a.status.start ||
  restriction(a.status.disposition) - restriction(b.status.disposition) ||
  a.rule.index - b.rule.index

function firstOf(speakers: readonly Speaker[]): Speaker | null {
  let first: Speaker | null = null
  for (const speaker of speakers) if (!first || byWeight(speaker, first) < 0) first = speaker
  return first
}

/** Who speaks for a case, and who is left of them (model, section 2, verdict). */
export interface Settled {
  speakers: Speaker[]
  /** The norms that no other overrides explicitly; all of them when that would be none. */
  unopposed: Speaker[]
  /** Of those the ones that none of them is narrower than. */
  left: Speaker[]
  first: Speaker | null
  /** The duties that no rule that speaks overrides. */
  duties: Speaker[]
}

export function settle(
  compiled: Compiled,
  covering: readonly CompiledRule[],
  statusOf: (rule: CompiledRule) => Status | null,
): Settled {
  const speakers: Speaker[] = []
  const speaking = emptyBits(compiled.rules.length)
  for (const rule of covering) {
    const status = statusOf(rule)
    if (!status) continue
    speakers.push({ rule, status })
    setBit(speaking, rule.index)
  }
  const isFree = ({ rule }: Speaker) => !meet(rule.overriddenBy, speaking)
  const norms = compiled.duties ? speakers.filter(({ rule }) => !rule.isDuty) : speakers
  const free = meet(compiled.overridable, speaking) ? norms.filter(isFree) : norms
  const unopposed = free.length > 0 ? free : norms
  const among = unopposed === speakers ? speaking : bitsOf(unopposed, compiled)
  const left = unopposed.filter(({ rule }) => !meet(rule.narrowedBy, among))
  const duties = compiled.duties ? speakers.filter((speaker) => speaker.rule.isDuty && isFree(speaker)) : []
  return { speakers, unopposed, left, first: firstOf(left), duties }
}

function bitsOf(speakers: readonly Speaker[], { rules }: Compiled): Bits {
  const bits = emptyBits(rules.length)
  for (const { rule } of speakers) setBit(bits, rule.index)
  return bits
}

const none: Duty[] = []

/** What also applies, by rule; what says that nothing is needed adds nothing. */
export const dutiesIn = ({ duties }: Settled): Duty[] =>
  duties.length === 0
    ? none
    : duties.flatMap(({ rule, status: { change, disposition, conditions } }) =>
        addsNothing(disposition) ? [] : [{ rule: rule.id, change, disposition, conditions }],
      )

export const addsNothing = (disposition: Disposition): boolean =>
  disposition === 'not_required' || disposition === 'permitted'

/** What speaks and does not decide, by rule id, each with what stands before it. */
export function overriddenIn({ speakers, unopposed, left, first, duties }: Settled): Overridden[] {
  if (speakers.length < 2) return []
  const ranked = speakers.toSorted(byWeight)
  const isLeft = new Set<Speaker>([...left, ...duties])
  const overridden: Overridden[] = []
  for (const speaker of speakers) {
    const { rule, status } = speaker
    const aside = isLeft.has(speaker) ? null : setAside(speaker, ranked, unopposed)
    const reason = aside?.reason ?? (rule.isDuty ? null : afterwards(speaker, first))
    const by = aside?.by ?? first
    if (by && reason) overridden.push({ rule: rule.id, by: by.rule.id, reason, disposition: status.disposition })
  }
  return overridden
}

/** Who overrides the rule explicitly, else who of those left by that is narrower; of several the one that comes first. */
function setAside(
  { rule }: Speaker,
  ranked: readonly Speaker[],
  unopposed: readonly Speaker[],
): { by: Speaker; reason: OverrideReason } | null {
  const explicit = ranked.find((speaker) => hasBit(rule.overriddenBy, speaker.rule.index))
  if (explicit && !unopposed.some((speaker) => speaker.rule === rule)) return { by: explicit, reason: 'overrides' }
  const narrower = ranked.find((speaker) => hasBit(rule.narrowedBy, speaker.rule.index) && unopposed.includes(speaker))
  return narrower ? { by: narrower, reason: 'narrower' } : null
}

/** Why a rule that nobody sets aside comes after the first; null when it says the same since the same day. */
function afterwards({ status }: Speaker, first: Speaker | null): OverrideReason | null {
  if (!first || status.start < first.status.start) return 'later'
  return status.disposition === first.status.disposition ? null : 'stricter'
}
