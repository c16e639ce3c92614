import { type Day, firstDay, isDate, isInstant, publishedDate } from './day'
import type { Path, Problem } from './problem'
import { ladder, type Stage, stageRank } from './words'

/** What may be meant otherwise in a report though nothing hinders it. */
export const warningKinds = [
  'actor-for-and-against',
  'stage-goes-back',
  'told-twice',
  'date-to-come',
  'text-unusually-long',
  'odd-address',
] as const
export type WarningKind = (typeof warningKinds)[number]

/** One warning: as of a problem the record, the field, and what to look at. */
export interface Warning extends Problem {
  warning: WarningKind
}

/** What a report is looked at beside. */
export interface WarnedBy {
  /** The current day in the dossier's zone. */
  today: Day
  timeZone: string
  /** The stage that a change had reached on a day by what others report; null: none. */
  stageOf: (change: string, day: Day) => Stage | null
  /** The address of the publisher's own site, where it is known. */
  publisherUrl?: string | undefined
}

type Fields = Record<string, unknown>
type Warn = (warning: WarningKind, path: Path, message: string) => void

/** Characters up to which texts of a report usually are long. */
const usualLength = { headline: 200, title: 200, note: 600 } as const

/**
 * What an editor may want to look at once more in a report, sound or not: whatever cannot be read is passed over, for that is a
 * problem. In the order of the fields; empty where nothing strikes.
 */
export function warningsOf(data: unknown, by: WarnedBy): Warning[] {
  const report = fieldsOf(data)
  const warnings: Warning[] = []
  const warn: Warn = (warning, path, message) =>
    warnings.push({ warning, kind: 'report', id: textOf(report.id), path, message })
  const published = publishedDay(report, by.timeZone)
  warnOfDays(report, published, by, warn)
  warnOfAddress(report, by, warn)
  for (const field of ['headline', 'title', 'note'] as const) warnOfLength(report[field], [field], field, warn)
  warnOfEffects(report, published ?? by.today, by, warn)
  warnOfPositions(report, warn)
  warnOfTwins(itemsOf(report, 'expectations'), 'expectations', ['change', 'stage', 'from', 'until'], warn)
  return warnings
}

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
const itemsOf = (report: Fields, list: string): Fields[] => {
  const items = report[list]
  return Array.isArray(items) ? items.map(fieldsOf) : []
}
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The first day of a report's date; null where that cannot be read. */
function publishedDay({ published }: Fields, timeZone: string): Day | null {
  const text = textOf(published)
  return isDate(text) || isInstant(text) ? firstDay(publishedDate(text, timeZone)) : null
}

/** Whether a report, in any state, is dated after a day of the dossier's zone: readers of feeds get it no sooner. */
export function isToCome(data: unknown, today: Day, timeZone: string): boolean {
  const day = publishedDay(fieldsOf(data), timeZone)
  return day !== null && day > today
}

function warnOfDays(report: Fields, published: Day | null, { today }: WarnedBy, warn: Warn): void {
  if (published !== null && published > today)
    warn('date-to-come', ['published'], `is still to come (today is ${today}): it is in no feed before that day`)
  itemsOf(report, 'positions').forEach(({ on }, at) => {
    const date = textOf(on)
    if (isDate(date) && firstDay(date) > today)
      warn(
        'date-to-come',
        ['positions', at, 'on'],
        `is still to come (today is ${today}): a stance is of a day that was`,
      )
  })
}

function warnOfAddress({ url }: Fields, { publisherUrl }: WarnedBy, warn: Warn): void {
  const text = textOf(url)
  if (!URL.canParse(text)) return
  const address = new URL(text)
  const says = (message: string) => warn('odd-address', ['url'], message)
  if (address.username || address.password) says('holds a name or a password: readers would see it')
  if (/^\[|^[\d.]+$/.test(address.hostname) || !address.hostname.includes('.'))
    says('is of one machine and not of a site: readers may not reach it')
  else if (publisherUrl && URL.canParse(publisherUrl) && !isSameSite(address, new URL(publisherUrl)))
    says(`is not on the site of its publisher (${new URL(publisherUrl).hostname})`)
  if (address.port) says('names a port')
  const tracking = [...address.searchParams.keys()].filter((name) => /^(utm_.+|fbclid|gclid|mc_[ce]id)$/.test(name))
  if (tracking.length > 0) says(`holds what only tells where a reader came from (${tracking.join(', ')}): take it out`)
}

/** Whether two addresses are of one site, as far as one can tell by their last two names. */
function isSameSite(a: URL, b: URL): boolean {
  const site = ({ hostname }: URL) => hostname.replace(/^www\./, '')
  const [one, other] = [site(a), site(b)]
  const end = (name: string) => name.split('.').slice(-2).join('.')
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`) || end(one) === end(other)
}

function warnOfLength(value: unknown, path: Path, field: keyof typeof usualLength, warn: Warn): void {
  const most = usualLength[field]
  const texts: [Path, unknown][] =
    typeof value === 'string'
      ? [[path, value]]
      : Object.entries(fieldsOf(value)).map(([language, text]) => [[...path, language], text])
  for (const [at, text] of texts)
    if ([...textOf(text)].length > most)
      warn('text-unusually-long', at, `is over ${most} characters long, which few are: could it be shorter?`)
}

function warnOfEffects(report: Fields, published: Day, { stageOf }: WarnedBy, warn: Warn): void {
  const effects = itemsOf(report, 'effects')
  effects.forEach(({ change, kind, stage, on, certainty = 'said', note }, at) => {
    warnOfLength(note, ['effects', at, 'note'], 'note', warn)
    const told = ladder.find((one) => one === stage)
    if (kind !== 'moves' || certainty !== 'said' || told === undefined) return
    const date = textOf(on)
    const reached = stageOf(textOf(change), isDate(date) ? firstDay(date) : published)
    if (reached !== null && ladder.some((one) => one === reached) && stageRank(told) < stageRank(reached))
      warn(
        'stage-goes-back',
        ['effects', at, 'stage'],
        `goes back: the change had reached “${plain(reached)}” by then, and “${plain(told)}” comes before it`,
      )
  })
  warnOfTwins(effects, 'effects', ['change', 'kind', 'stage', 'on', 'rules'], warn)
}

const plain = (word: string): string => word.replaceAll('_', ' ')

function warnOfPositions(report: Fields, warn: Warn): void {
  const positions = itemsOf(report, 'positions')
  const stances = new Map<string, unknown>()
  positions.forEach(({ actor, change, stance, note }, at) => {
    warnOfLength(note, ['positions', at, 'note'], 'note', warn)
    if (!textOf(actor) || !textOf(change)) return
    const key = `${textOf(actor)} ${textOf(change)}`
    const other = stances.get(key)
    if ((stance === 'supports' && other === 'opposes') || (stance === 'opposes' && other === 'supports'))
      warn(
        'actor-for-and-against',
        ['positions', at, 'stance'],
        `is the opposite of what this report says of the same actor and change above: is one of them another’s?`,
      )
    stances.set(key, stance)
  })
  warnOfTwins(positions, 'positions', ['actor', 'change', 'stance', 'on'], warn)
}

/** An item that says in all of these fields what one before it says. */
function warnOfTwins(items: Fields[], list: string, fields: string[], warn: Warn): void {
  const seen = new Map<string, number>()
  items.forEach((item, at) => {
    if (!textOf(item.change)) return
    const key = JSON.stringify(fields.map((field) => item[field] ?? null))
    const first = seen.get(key)
    if (first === undefined) seen.set(key, at)
    else warn('told-twice', [list, at, 'change'], `is told twice: number ${first + 1} says the same of it already`)
  })
}
