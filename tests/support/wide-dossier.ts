import type { ContentTree } from '@/lib/content'
import { addDays, type Change, type DossierRecords, type Report, type Rule, type Stage, type Value } from '@/lib/model'
import { leaf, report } from './dossiers'

/*
 * A dossier of 400 x 250 x 3 values, 300,000 cases, the same at every run: things in two levels of groups, places in one long
 * list. It has as many rules, changes and reports as a busy field of policy; what is wide about it is the question.
 */

const things = 4 * 10 * 10
const places = 250
const purposes = ['export', 'transit', 'return']
const counts = { rules: 150, changes: 200, reports: 600 }
const firstOfAll = '2018-01-01'
const days = 2800

const named = (id: string, values: Value[] = []): Value => ({
  ...leaf(id, ...values),
  name: { en: `Name of ${id}`, ja: `${id}の名` },
})
const numbered = (count: number, prefix: string) => Array.from({ length: count }, (_, at) => `${prefix}-${at}`)
const thingTree = numbered(4, 'thing').map((top) =>
  named(
    top,
    numbered(10, top).map((group) =>
      named(
        group,
        numbered(10, group).map((id) => named(id)),
      ),
    ),
  ),
)

/** Spreads numbers over a range without order, the same at every run. */
const spread = (n: number, range: number): number => (n * 7919 + 104_729) % range

function ruleAt(at: number): Rule {
  const top = `thing-${spread(at, 4)}`
  const group = `${top}-${spread(at + 3, 10)}`
  const thing = at % 3 === 0 ? [top] : at % 3 === 1 ? [group] : [`${group}-${spread(at, 10)}`]
  const from = spread(at, places)
  const some = numbered(places, 'place').slice(from, from + 5 + (at % 40))
  return {
    id: `rule-${at}`,
    title: { en: `Rule ${at} on things`, ja: `規則${at}` },
    scope: { thing, ...(at % 4 === 0 ? {} : { place: some }), ...(at % 5 === 0 ? { purpose: ['export'] } : {}) },
    overrides: at % 17 === 16 ? [`rule-${at - 1}`] : [],
    basis: [],
  }
}

const targets = ['prohibited', 'required', 'conditional', 'not_required', 'permitted'] as const

const changeAt = (at: number): Change => ({
  id: `change-${at}`,
  title: { en: `Change ${at}`, ja: `変更${at}` },
  alterations: [0, 1].map((n) => ({
    rule: `rule-${spread(at * 2 + n, counts.rules)}`,
    to: targets[spread(at + n, targets.length)] ?? 'permitted',
    conditions: at % 3 === 0 ? [{ en: `Only under condition ${at % 9}`, ja: '条件付き' }] : [],
    from: null,
    until: null,
  })),
})

const way: Stage[] = ['proposed', 'decided', 'in_force']

/** Each change is told of three times: most come into force, on days of their own. */
function reportAt(at: number): Report {
  const change = at % counts.changes
  const step = Math.floor(at / counts.changes)
  const on = addDays(firstOfAll, spread(change, days - 400) + step * 150)
  const stage = way[change % 6 === 5 && step === 2 ? 1 : step] ?? 'in_force'
  return report(`report-${at}`, on, {
    change: `change-${change}`,
    kind: 'moves',
    stage,
    certainty: 'said',
    attribution: [],
  })
}

export function wideDossier(): DossierRecords {
  return {
    dossier: {
      id: 'wide',
      title: { en: 'A wide question', ja: '広い問い' },
      timeZone: 'UTC',
      default: 'unstated',
      question: { en: 'May {thing} go to {place} for {purpose}?', ja: '{thing}を{place}へ{purpose}できるか' },
      dimensions: [
        { id: 'thing', name: { en: 'Thing', ja: '物' }, values: thingTree },
        { id: 'place', name: { en: 'Place', ja: '場所' }, values: numbered(places, 'place').map((id) => named(id)) },
        { id: 'purpose', name: { en: 'Purpose', ja: '目的' }, values: purposes.map((id) => named(id)) },
      ],
    },
    rules: Array.from({ length: counts.rules }, (_, at) => ruleAt(at)),
    changes: Array.from({ length: counts.changes }, (_, at) => changeAt(at)),
    actors: [],
    reports: Array.from({ length: counts.reports }, (_, at) => reportAt(at)),
  }
}

/** The same with another answer for many of its cases: what an edition may move. */
export function wideDossierMoved(): DossierRecords {
  const before = wideDossier()
  return {
    ...before,
    rules: before.rules.map((rule) => (rule.id === 'rule-0' ? { ...rule, scope: {} } : rule)),
  }
}

export const wideCases = things * places * purposes.length

export const contentWith = (dossier: DossierRecords): ContentTree => ({
  sources: [{ id: 'kyodo-news', name: 'Kyodo News', kind: 'agency' }],
  dossiers: [dossier],
})
