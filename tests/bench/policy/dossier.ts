import {
  addDays,
  alterationTargets,
  type Change,
  type Dimension,
  type DossierRecords,
  type Effect,
  type Rule,
  type Stage,
} from '@/lib/model'
import { emptyDossier, leaf, report, rule } from '../../support/dossiers'

/** How many tops, groups under each and leaves under each of those a dimension has. */
type Tree = [tops: number, groups: number, leaves: number]

export interface Size {
  rules: number
  changes: number
  effects: number
  thing: Tree
  place: Tree
  purpose: Tree
}

/** In the smaller dossier the trees are smaller too: about as many rules, two dozen, cover a case, and a verdict is about as long. */
export const sizes: Record<'full' | 'tenth', Size> = {
  full: { rules: 1000, changes: 20_000, effects: 200_000, thing: [3, 2, 10], place: [3, 4, 5], purpose: [2, 2, 5] },
  tenth: { rules: 100, changes: 2000, effects: 20_000, thing: [1, 2, 4], place: [1, 1, 8], purpose: [1, 1, 4] },
}

const firstOfAll = '2000-01-01'
const days = 9500
const perReport = 4

/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Chance = () => number
const below = (random: Chance, limit: number): number => Math.floor(random() * limit)
const pick = <T>(random: Chance, list: readonly T[]): T => list[below(random, list.length)] as T

/** A tree of two levels of groups above its leaves: `thing-1`, `thing-1-2`, `thing-1-2-9`. */
const tree = (name: string, [tops, groups, leaves]: Tree) => ({
  id: name,
  values: numbered(tops, name).map((top) =>
    leaf(top, ...numbered(groups, top).map((group) => leaf(group, ...numbered(leaves, group).map((id) => leaf(id))))),
  ),
})
const numbered = (count: number, prefix: string) => Array.from({ length: count }, (_, at) => `${prefix}-${at}`)

/**
 * A dossier of a realistic form and any size, the same at every run; the full one has 60 x 60 x 20 leaves. Its rules stand at
 * leaves, at groups and everywhere, some override others; its changes climb the ladder over a year or two, told of by
 * reports over 26 years.
 */
export function largeDossier(size: Size): DossierRecords {
  const random = chance(2026)
  const { dossier } = emptyDossier()
  const dimensions = [tree('thing', size.thing), tree('place', size.place), tree('purpose', size.purpose)]
  const rules = numbered(size.rules, 'rule').map((id, at) => makeRule(random, dimensions, id, at))
  const changes = numbered(size.changes, 'change').map((id) => makeChange(random, id, rules))
  return {
    ...emptyDossier(),
    dossier: { ...dossier, id: 'large', dimensions },
    rules,
    changes,
    reports: makeReports(random, size, changes),
  }
}

function makeRule(random: Chance, dimensions: readonly Dimension[], id: string, at: number): Rule {
  const scope: Rule['scope'] = {}
  for (const { id: dimension, values } of dimensions) {
    const wide = random()
    if (wide < 0.15) continue
    const top = pick(random, values)
    const group = pick(random, top.values)
    if (wide < 0.35) scope[dimension] = [top.id]
    else if (wide < 0.65) scope[dimension] = [group.id]
    else scope[dimension] = [...new Set([pick(random, group.values).id, pick(random, group.values).id])]
  }
  return rule(id, { scope, overrides: at > 0 && random() < 0.05 ? [`rule-${below(random, at)}`] : [] })
}

function makeChange(random: Chance, id: string, rules: readonly Rule[]): Change {
  const alterations = Array.from({ length: 1 + below(random, 2) }, () => {
    const from = random() < 0.2 ? dayAt(below(random, days)) : null
    const until = random() < 0.05 ? dayAt(below(random, days)) : null
    return {
      rule: pick(random, rules).id,
      to: pick(random, alterationTargets),
      conditions: random() < 0.2 ? [{ en: `Only under condition ${below(random, 9)}`, ja: '条件付き' }] : [],
      from,
      until: from !== null && until !== null && until < from ? null : until,
    }
  })
  return { id, title: { en: `Title of ${id}`, ja: `${id}の題` }, alterations }
}

const dayTexts: string[] = []
function dayAt(at: number): string {
  for (let next = dayTexts.length; next <= at; next++)
    dayTexts.push(next === 0 ? firstOfAll : addDays(dayTexts[next - 1] ?? firstOfAll, 1))
  return dayTexts[at] ?? firstOfAll
}

const ways: Stage[][] = [
  ['floated', 'proposed', 'agreed', 'decided', 'in_force'],
  ['proposed', 'decided', 'in_force', 'in_force', 'repealed'],
  ['floated', 'proposed', 'in_force', 'suspended', 'in_force'],
  ['floated', 'floated', 'proposed', 'withdrawn'],
  ['proposed', 'agreed', 'rejected'],
  ['floated', 'proposed', 'proposed', 'lapsed'],
]

interface Told {
  at: number
  effect: Effect
}

function makeReports(random: Chance, size: Size, changes: readonly Change[]) {
  const told: Told[] = []
  const each = size.effects / size.changes
  for (const { id } of changes) {
    const way = pick(random, ways)
    const start = below(random, days - 1000)
    for (let step = 0; step < each; step++) {
      const at = start + Math.floor((step / each) * 500) + below(random, 40)
      const stage = way[Math.floor((step / each) * way.length)]
      const kind =
        random() < 0.7 || step === 0 ? 'moves' : pick(random, ['confirms', 'interprets', 'disputes'] as const)
      told.push({ at, effect: { change: id, kind, stage, certainty: 'said', attribution: [] } })
    }
  }
  told.sort((a, b) => a.at - b.at)
  return Array.from({ length: Math.ceil(told.length / perReport) }, (_, n) => {
    const part = told.slice(n * perReport, (n + 1) * perReport)
    const at = part.at(-1)?.at ?? 0
    const published = n % 5 === 0 ? `${dayAt(at)}T0${n % 10}:30:00+09:00` : dayAt(at)
    const effects = part.map((one): Effect => (one.at === at ? one.effect : { ...one.effect, on: dayAt(one.at) }))
    return report(`report-${n}`, published, ...effects)
  })
}
