import { type ReportSort, reportSorts } from '@/db/queries/desk/report-list'
import type { TimelineFilter } from '@/db/queries/timeline'
import { typedDate } from '@/lib/asking/typed-date'
import {
  type Change,
  changesOfRule,
  effectKinds,
  firstDay,
  isDate,
  isId,
  lastDay,
  reportKinds,
  stages,
} from '@/lib/model'

/** What the list may be narrowed to, besides by its filters. */
export const reportStates = ['all', 'public', 'discredited', 'drafts', 'retracted'] as const
export type ReportListState = (typeof reportStates)[number]

const idNames = ['dossier', 'change', 'rule', 'actor', 'source'] as const
const otherNames = ['kind', 'effect', 'stage', 'from', 'to', 'words', 'state', 'sort'] as const
export const askedNames = [...idNames, ...otherNames]
type AskedName = (typeof askedNames)[number]

/** What the list of reports asks for, as its address says it; '' where it says nothing. */
export type AskedReports = Record<AskedName, string>

export interface ReportsAsked {
  asked: AskedReports
  dossier: string | null
  /** Of public reports; of the words only what is neither a date nor the beginning of an id. */
  filter: TimelineFilter
  state: ReportListState
  sort: ReportSort
  /** What was typed for the words, where it may be the beginning of an id. */
  idStart: string | undefined
  /** What makes no sense, and is not filtered by. */
  wrong: AskedName[]
}

export type SearchParams = Record<string, string | string[] | undefined>

const mostCharacters = 200

/** Reads the address of the list; a rule is read as the changes that alter it, of `changes`. */
export function readReportsAsked(parameters: SearchParams, changes: readonly Change[] = []): ReportsAsked {
  const asked = Object.fromEntries(
    askedNames.map((name) => [name, textOf(parameters[name]).slice(0, mostCharacters)]),
  ) as AskedReports
  const wrong: AskedName[] = []
  const oneOf = <Word extends string>(name: AskedName, words: readonly Word[]): Word | undefined => {
    const found = words.find((word) => word === asked[name])
    if (asked[name] !== '' && found === undefined) wrong.push(name)
    return found
  }
  const idOf = (name: AskedName) => {
    if (asked[name] === '' || isId(asked[name])) return asked[name] || undefined
    wrong.push(name)
    return undefined
  }
  const dateOf = (name: AskedName) => {
    const date = typedDate(asked[name])
    if (asked[name] === '' || isDate(date)) return date || undefined
    wrong.push(name)
    return undefined
  }
  const dossier = idOf('dossier') ?? null
  const [change, rule, from, to] = [idOf('change'), idOf('rule'), dateOf('from'), dateOf('to')]
  const altering = rule === undefined ? undefined : changesOfRule(changes, rule)
  const typed = typedDate(asked.words)
  const day = isDate(typed) ? typed : undefined
  const kind = oneOf('kind', reportKinds)
  const state = oneOf('state', reportStates) ?? 'all'
  const filter: TimelineFilter = {
    changes: change === undefined ? altering : altering ? altering.filter((id) => id === change) : [change],
    actor: idOf('actor'),
    source: idOf('source'),
    kinds: kind && [kind],
    effect: oneOf('effect', effectKinds),
    stage: oneOf('stage', stages),
    from: later(from && firstDay(from), day && firstDay(day)),
    to: earlier(to && lastDay(to), day && lastDay(day)),
    words: day === undefined && asked.words !== '' ? asked.words : undefined,
    discredited: state === 'public' ? undefined : state === 'discredited' ? 'only' : 'with',
  }
  const idStart = day === undefined && isId(asked.words) && /[-\d]/.test(asked.words) ? asked.words : undefined
  return { asked, dossier, filter, state, sort: oneOf('sort', reportSorts) ?? 'published', idStart, wrong }
}

/** The address of the list, or of what is done with it; a parameter given as '' is left out. */
export function reportsAddress(
  asked: AskedReports,
  more: Record<string, string> = {},
  path = '/admin/reports',
): string {
  const all = Object.entries({ ...asked, ...more }).filter(([, value]) => value !== '')
  return all.length === 0 ? path : `${path}?${new URLSearchParams(all)}`
}

const textOf = (value: string | string[] | undefined): string => ([value].flat()[0] ?? '').trim()
const later = (a: string | undefined, b: string | undefined) => (a && b ? (a < b ? b : a) : a || b)
const earlier = (a: string | undefined, b: string | undefined) => (a && b ? (a < b ? a : b) : a || b)
