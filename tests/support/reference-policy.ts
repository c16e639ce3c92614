import {
  type Day,
  type DossierRecords,
  dispositions,
  firstDay,
  leavesOf,
  publishedDate,
  stageRank,
  walkValues,
} from '@/lib/model'

/*
 * Section 2 of the design once more, as plainly as it is written and as slow as it likes: sets of words, no bitsets, no
 * memory. The engine is held against it on random dossiers.
 */

export interface ReferenceVerdict {
  disposition: string
  rule: string | null
  change: string | null
  since: Day | null
  conflict: boolean
}

const smaller = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function life(records: DossierRecords, changeId: string, on: Day, known: Day | undefined) {
  const steps = records.reports.flatMap((report) => {
    const published = firstDay(publishedDate(report.published, records.dossier.timeZone))
    return report.effects
      .map((effect, position) => ({
        effect,
        position,
        report: report.id,
        published,
        on: firstDay(effect.on ?? published),
      }))
      .filter(({ effect }) => effect.change === changeId && effect.kind === 'moves')
      .filter((step) => (known === undefined || step.published <= known) && step.on <= on)
  })
  steps.sort(
    (a, b) =>
      smaller(a.on, b.on) ||
      smaller(a.published, b.published) ||
      stageRank(a.effect.stage ?? 'floated') - stageRank(b.effect.stage ?? 'floated') ||
      smaller(a.report, b.report) ||
      a.position - b.position,
  )
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
  return { disposition: governing.alteration.to, since, change: governing.change }
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

/** The verdict of a case at (on, known), by the letter of the design. */
export function referenceVerdict(
  records: DossierRecords,
  kase: Record<string, string>,
  on: Day,
  known: Day | undefined,
): ReferenceVerdict {
  const speaking = records.rules.flatMap((rule) => {
    const covers = records.dossier.dimensions.every(({ id }) => leavesInScope(records, rule.id, id).has(kase[id] ?? ''))
    const says = covers ? status(records, rule.id, on, known) : null
    return says ? [{ rule, ...says }] : []
  })
  const kept = speaking.filter(
    (r) =>
      !speaking.some(
        (other) =>
          other !== r &&
          (other.rule.overrides.includes(r.rule.id) ||
            (isNarrower(records, other.rule.id, r.rule.id) && !r.rule.overrides.includes(other.rule.id))),
      ),
  )
  const left = kept.length > 0 ? kept : speaking
  const rank = (disposition: string) => (dispositions as readonly string[]).indexOf(disposition)
  const [first] = left.toSorted(
    (a, b) => smaller(b.since, a.since) || rank(a.disposition) - rank(b.disposition) || smaller(a.rule.id, b.rule.id),
  )
  if (!first) return { disposition: records.dossier.default, rule: null, change: null, since: null, conflict: false }
  const { disposition, since, change } = first
  const conflict = left.some((other) => other.since === since && other.disposition !== disposition)
  return { disposition, rule: first.rule.id, change, since, conflict }
}
