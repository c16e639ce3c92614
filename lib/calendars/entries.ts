import { createHash } from 'node:crypto'
import { type DateText, type Day, type Dossier, firstDay, type Locale, lastDay, say } from '@/lib/model'
import { type Coming, comingDates, type Forecast, forecastsAt, type Moment } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { translator } from '@/lib/words/messages'
import { dispositionWord, stageWord } from '@/lib/words/own-words'

/** One coming date, or the span that a month, a year or a window is. */
export interface CalendarEntry {
  /** What is to happen, the same whenever it is: the date may move. */
  key: string
  /** First and last day, both included. */
  first: Day
  last: Day
  title: string
  text: string
  /** Below the language. */
  page: string
  /** What it depends on, and what it is about: whoever counts how often its date was moved asks for it by these. */
  about: { dossier: string; change: string; stage: string | null; rules: string[] }
}

/** Which coming dates: all of a dossier, or those that touch some rules or changes. */
export interface EntryFilter {
  rules: ReadonlySet<string>
  changes: ReadonlySet<string>
}

/** The coming dates of a dossier, in order: what comes by measures in force, what would by decided ones, steps that are announced, forecasts. */
export function entriesOf(moment: Moment, locale: Locale, filter?: EntryFilter): CalendarEntry[] {
  const coming = comingDates(moment).filter(
    (one) => !filter || (one.kind === 'step' ? filter.changes.has(one.change.id) : filter.rules.has(one.rule.id)),
  )
  const forecasts = forecastsAt(moment).filter(
    ({ state, isSetByLaw, change }) => state === 'open' && !isSetByLaw && (!filter || filter.changes.has(change.id)),
  )
  const { dossier } = moment.compiled
  return [
    ...together(coming).map((group) => comingEntry(group, dossier, locale)),
    ...forecasts.flatMap((forecast) => forecastEntry(forecast, dossier, locale)),
  ].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))
}

/** What falls on one date by one change stands together. */
function together(coming: readonly Coming[]): [Coming, ...Coming[]][] {
  const groups = new Map<string, [Coming, ...Coming[]]>()
  for (const one of coming) {
    const what = one.kind === 'step' ? one.step.stage : sayingOf(one)
    const key = `${one.shown} ${one.change.id} ${one.kind} ${what}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}

const sayingOf = (one: Exclude<Coming, { kind: 'step' }>) =>
  one.kind === 'would' ? one.alteration.to : (one.status?.disposition ?? 'none')

function comingEntry(group: [Coming, ...Coming[]], dossier: Dossier, locale: Locale): CalendarEntry {
  const [first] = group
  const t = translator(locale)
  const change = say(first.change.change.title, locale).text
  const rules = group.flatMap((one) => (one.kind === 'step' ? [] : [one.rule.rule]))
  const shared = {
    ...spanOf(first.shown),
    page: `/${dossier.id}/changes/${first.change.id}`,
    about: {
      dossier: dossier.id,
      change: first.change.id,
      stage: first.kind === 'step' ? first.step.stage : null,
      rules: rules.map(({ id }) => id).sort(),
    },
  }
  if (first.kind === 'step') {
    const stage = stageWord({ locale, dossier }, first.step.stage).text
    const title = `${change}${t('unit.colon')}${stage}`
    return { ...shared, key: `step ${first.change.id} ${first.step.stage}`, title, text: exactly(first.shown, locale) }
  }
  const names = rules.map(({ title }) => say(title, locale).text)
  const word = dispositionWord({ locale, dossier }, sayingOf(first)).text
  const title = t('calendar.entry', {
    rule: names[0] ?? '',
    more: names.length - 1,
    word,
    would: first.kind === 'would' ? 'yes' : 'no',
  })
  const lines = [exactly(first.shown, locale), `${t('expectation.change')}${t('unit.colon')}${change}`, ...names]
  // Which rules fall on a date may change with it: the first of them is what is followed.
  const key = `${first.kind} ${first.change.id} ${shared.about.rules[0] ?? ''} ${sayingOf(first)}`
  return { ...shared, key, title, text: lines.join('\n') }
}

/** A window that has an end, or a day on which it begins. */
function forecastEntry({ report, expectation, change }: Forecast, dossier: Dossier, locale: Locale): CalendarEntry[] {
  const { from, until, stage } = expectation
  const [opens, closes] = [from ?? until, until ?? from]
  if (opens === undefined || closes === undefined) return []
  const t = translator(locale)
  const said = say(report.title ?? report.headline, locale).text
  const title = t('calendar.forecast', {
    change: say(change.change.title, locale).text,
    stage: stageWord({ locale, dossier }, stage).text,
  })
  return [
    {
      key: `forecast ${report.id} ${change.id} ${stage}`,
      // A window without a beginning is told on its last span: it may be long.
      first: firstDay(from === undefined ? closes : opens),
      last: lastDay(closes),
      title,
      text: `${t('expectation.report')}${t('unit.colon')}${said}`,
      page: `/${dossier.id}/reports/${report.id}`,
      about: { dossier: dossier.id, change: change.id, stage, rules: [] },
    },
  ]
}

const spanOf = (shown: DateText): Pick<CalendarEntry, 'first' | 'last'> => ({
  first: firstDay(shown),
  last: lastDay(shown),
})

const exactly = (shown: DateText, locale: Locale): string => formatDate(shown, locale)

/** What the entry is called for machines: short, and the same for ever. */
export const entryId = ({ key, about: { dossier } }: Pick<CalendarEntry, 'key' | 'about'>): string =>
  createHash('sha256').update(`${dossier} ${key}`).digest('hex').slice(0, 32)
