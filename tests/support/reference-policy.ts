import {
  type DateText,
  type Day,
  type DossierRecords,
  dispositions,
  type Effect,
  firstDay,
  leavesOf,
  publishedDate,
  type Rule,
  stageRank,
  type Text,
  walkValues,
} from '@/lib/model'

/*
 * Section 2 of the model once more, as plainly as it is written and as slow as it likes: sets of words, no bitsets, no
 * memory. The engine is held against it on random dossiers.
 */

export interface ReferenceVerdict {
  disposition: string
  rule: string | null
  change: string | null
  since: Day | null
  conditions: Text[]
  conflict: boolean
  /** Report and position of each effect. */
  evidence: [string, number][]
  overridden: { rule: string; by: string; reason: string; disposition: string }[]
  pending: { change: string; rule: string; stage: string; to: string; conditions: Text[]; from: DateText | null }[]
}

const smaller = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Every effect on the change by the moment, in the order of a life. */
function effects(records: DossierRecords, changeId: string, on: Day, known: Day | undefined) {
  const told = records.reports.flatMap((report) => {
    const published = firstDay(publishedDate(report.published, records.dossier.timeZone))
    return report.effects
      .map((effect, position) => ({
        effect,
        position,
        report: report.id,
        published,
        on: firstDay(effect.on ?? published),
      }))
      .filter((one) => one.effect.change === changeId && one.on <= on)
      .filter((one) => known === undefined || one.published <= known)
  })
  const rank = ({ effect }: { effect: Effect }) => (effect.stage ? stageRank(effect.stage) : -1)
  return told.sort(
    (a, b) =>
      smaller(a.on, b.on) ||
      smaller(a.published, b.published) ||
      rank(a) - rank(b) ||
      smaller(a.report, b.report) ||
      a.position - b.position,
  )
}

function life(records: DossierRecords, changeId: string, on: Day, known: Day | undefined) {
  const steps = effects(records, changeId, on, known).filter(({ effect }) => effect.kind === 'moves')
  const stage = steps.at(-1)?.effect.stage ?? null
  let first = steps.length
  while (first > 0 && steps[first - 1]?.effect.stage === 'in_force') first--
  return { stage, inForceOn: stage === 'in_force' ? (steps[first]?.on ?? null) : null }
}

function status(records: DossierRecords, ruleId: string, on: Day, known: Day | undefined) {
  const governing = records.changes
    .flatMap((change) => {
      const { inForceOn } = life(records, change.id, on, known)
      if (inForceOn === null) return []
      const applying = change.alterations
        .map((alteration, position) => ({ ...alteration, position, start: firstDay(alteration.from ?? inForceOn) }))
        .filter((a) => a.rule === ruleId && a.start <= on && (a.until === null || on <= firstDay(a.until)))
        .sort((a, b) => smaller(a.start, b.start) || a.position - b.position)
      const last = applying.at(-1)
      return last ? [{ change: change.id, inForceOn, alteration: last }] : []
    })
    .sort((a, b) => smaller(a.inForceOn, b.inForceOn) || smaller(a.change, b.change))
    .at(-1)
  if (!governing || governing.alteration.to === 'none') return null
  const since = governing.alteration.start > governing.inForceOn ? governing.alteration.start : governing.inForceOn
  const { to: disposition, conditions } = governing.alteration
  return { disposition, conditions, since, change: governing.change }
}

function leavesInScope(records: DossierRecords, ruleId: string, dimensionId: string): Set<string> {
  const dimension = records.dossier.dimensions.find(({ id }) => id === dimensionId)
  const rule = records.rules.find(({ id }) => id === ruleId)
  const named = rule?.scope[dimensionId]
  const values = [...walkValues(dimension?.values ?? [])].map(({ value }) => value)
  const picked = named ? values.filter(({ id }) => named.includes(id)) : (dimension?.values ?? [])
  return new Set(picked.flatMap(leavesOf).map(({ id }) => id))
}

function isNarrower(records: DossierRecords, a: string, b: string): boolean {
  const pairs = records.dossier.dimensions.map(({ id }) => ({
    inner: leavesInScope(records, a, id),
    outer: leavesInScope(records, b, id),
  }))
  const within = pairs.every(({ inner, outer }) => [...inner].every((id) => outer.has(id)))
  return within && pairs.some(({ inner, outer }) => inner.size < outer.size)
}

/** The verdict of a case at (on, known), by the letter of the model. */
export function referenceVerdict(
  records: DossierRecords,
  kase: Record<string, string>,
  on: Day,
  known: Day | undefined,
): ReferenceVerdict {
  const covering = records.rules.filter((rule) =>
    records.dossier.dimensions.every(({ id }) => leavesInScope(records, rule.id, id).has(kase[id] ?? '')),
  )
  const rank = (disposition: string) => (dispositions as readonly string[]).indexOf(disposition)
  const speaking = covering
    .flatMap((rule) => {
      const says = status(records, rule.id, on, known)
      return says ? [{ rule, ...says }] : []
    })
    .sort(
      (a, b) => smaller(b.since, a.since) || rank(a.disposition) - rank(b.disposition) || smaller(a.rule.id, b.rule.id),
    )
  const against = ({ rule }: { rule: Rule }) => {
    const explicit = speaking.find((other) => other.rule !== rule && other.rule.overrides.includes(rule.id))
    if (explicit) return { by: explicit.rule.id, reason: 'overrides' }
    const narrower = speaking.find(
      (other) => isNarrower(records, other.rule.id, rule.id) && !rule.overrides.includes(other.rule.id),
    )
    return narrower ? { by: narrower.rule.id, reason: 'narrower' } : null
  }
  const kept = speaking.filter((one) => against(one) === null)
  const left = kept.length > 0 ? kept : speaking
  const [first] = left
  const pending = pendingOn(records, covering, on, known)
  if (!first)
    return {
      ...{
        disposition: records.dossier.default,
        rule: null,
        change: null,
        since: null,
        conditions: [],
        conflict: false,
      },
      ...{ evidence: [], overridden: [], pending },
    }
  const { disposition, since, change, conditions } = first
  const overridden = speaking
    .flatMap((one) => {
      const by = first.rule.id
      const later = one.since < since ? { by, reason: 'later' } : null
      const stricter = one.disposition === disposition ? null : { by, reason: 'stricter' }
      const why = (left.includes(one) ? null : against(one)) ?? later ?? stricter
      return why ? [{ rule: one.rule.id, ...why, disposition: one.disposition }] : []
    })
    .sort((a, b) => smaller(a.rule, b.rule))
  return {
    ...{ disposition, rule: first.rule.id, change, since, conditions, overridden, pending },
    conflict: left.some((other) => other.since === since && other.disposition !== disposition),
    evidence: effects(records, change, on, known).map(({ report, position }) => [report, position]),
  }
}

function pendingOn(records: DossierRecords, rules: readonly Rule[], on: Day, known: Day | undefined) {
  return records.changes
    .flatMap((change) => {
      const { stage } = life(records, change.id, on, known)
      return change.alterations.flatMap(({ rule, to, conditions, from }, position) => {
        const toCome = stage === 'in_force' && from !== null && firstDay(from) > on
        const open = stage !== null && stageRank(stage) < stageRank('in_force')
        const concerned = rules.some(({ id }) => id === rule)
        return stage && concerned && (open || toCome)
          ? [{ position, pending: { change: change.id, rule, stage, to, conditions, from } }]
          : []
      })
    })
    .sort(
      (a, b) =>
        smaller(a.pending.change, b.pending.change) ||
        smaller(a.pending.rule, b.pending.rule) ||
        a.position - b.position,
    )
    .map(({ pending }) => pending)
}
