import { type Day, dispositions, type Rule, type Text } from '@/lib/model'
import { smaller } from './counted'
import type { KnownRecords } from './life'
import { type Asked, covers, isNarrower } from './question'
import { referenceStatus } from './status'

interface Speaking {
  rule: Rule
  disposition: string
  conditions: Text[]
  since: Day
  change: string
}

export interface ReferenceDuty {
  rule: string
  change: string
  disposition: string
  conditions: Text[]
}

export interface OverriddenRule {
  rule: string
  by: string
  reason: 'overrides' | 'narrower' | 'later' | 'stricter'
  disposition: string
}

const rank = (disposition: string) => (dispositions as readonly string[]).indexOf(disposition)

/** Named by the other's `overrides`; of two that override each other neither counts. */
const overrides = (a: Speaking, b: Speaking) =>
  a !== b && a.rule.overrides.includes(b.rule.id) && !b.rule.overrides.includes(a.rule.id)

/** Which rule decides a case on a day, what applies beside it, and what was dropped why. */
export function decisionOf(known: KnownRecords, kase: Asked, on: Day) {
  const { records } = known
  const speaking = records.rules
    .filter(({ scope }) => covers(records, scope, kase))
    .flatMap((rule): Speaking[] => {
      const says = referenceStatus(known, rule.id, on)
      return says ? [{ rule, ...says }] : []
    })
    .sort(
      (a, b) => smaller(b.since, a.since) || rank(a.disposition) - rank(b.disposition) || smaller(a.rule.id, b.rule.id),
    )
  const overridden: OverriddenRule[] = []
  const drop = ({ rule, disposition }: Speaking, by: Speaking, reason: OverriddenRule['reason']) =>
    overridden.push({ rule: rule.id, by: by.rule.id, reason, disposition })

  const duties: ReferenceDuty[] = []
  for (const duty of speaking.filter(({ rule }) => rule.kind === 'duty')) {
    const { rule, change, disposition, conditions } = duty
    const by = speaking.find((other) => overrides(other, duty))
    if (by) drop(duty, by, 'overrides')
    else if (!['not_required', 'permitted'].includes(disposition))
      duties.push({ rule: rule.id, change, disposition, conditions })
  }
  duties.sort((a, b) => smaller(a.rule, b.rule))

  const norms = speaking.filter(({ rule }) => rule.kind !== 'duty')
  const spared = norms.filter((norm) => !norms.some((other) => overrides(other, norm)))
  const kept = spared.length > 0 ? spared : norms
  const narrowerThan = (norm: Speaking) => kept.find((other) => isNarrower(records, other.rule.scope, norm.rule.scope))
  const left = kept.filter((norm) => !narrowerThan(norm))
  const first = left[0] ?? null
  for (const norm of norms) {
    const explicit = kept.includes(norm) ? undefined : norms.find((other) => overrides(other, norm))
    const narrower = narrowerThan(norm)
    if (explicit) drop(norm, explicit, 'overrides')
    else if (narrower) drop(norm, narrower, 'narrower')
    else if (first && norm.since < first.since) drop(norm, first, 'later')
    else if (first && norm.disposition !== first.disposition) drop(norm, first, 'stricter')
  }
  overridden.sort((a, b) => smaller(a.rule, b.rule))
  const conflict = left.some((norm) => norm.since === first?.since && norm.disposition !== first.disposition)
  return { first, duties, overridden, conflict }
}
