import { type Day, firstDay, lastDay } from '../day'
import { type Dimension, type Dossier, type DossierRecords, type Report, standingReports } from '../records'
import { wordingsOf } from '../text'
import type { Doubt, Doubting } from './doubt'
import { doubtLife } from './life'
import { doubtOrigins } from './origins'
import { doubtResolutions, speaking } from './resolutions'
import { stagesTold, stepsTold } from './steps'

export * from './doubt'

/**
 * What is lawful in a dossier and still doubtful: probably meant otherwise, or without effect (model, section 3). The dossier is sound,
 * as `validateDossier` finds it. A list without order between records; empty where nothing is doubtful.
 */
export function findDoubts(records: DossierRecords): Doubt[] {
  const doubts: Doubt[] = []
  const doubting: Doubting = (doubt, kind, id, path, message) => doubts.push({ doubt, kind, id, path, message })
  const { dossier, changes, reports } = records
  dossier.dimensions.forEach((dimension, at) => {
    doubtMembers(dossier.id, dimension, at, doubting)
  })
  doubtQuestion(dossier, doubting)
  const steps = stepsTold(records)
  const told = { stages: stagesTold(changes, reports), speaks: speaking(reports) }
  const confirming = confirmedBy(reports)
  for (const change of changes) {
    const own = steps.get(change.id) ?? []
    doubtLife(change, own, doubting)
    doubtOrigins(change, own, confirming.get(change.id) ?? [], doubting)
    doubtResolutions(change, told, doubting)
  }
  doubtStarts(steps, doubting)
  doubtReports(reports, doubting)
  return doubts
}

/** The reports that confirm each change. */
function confirmedBy(reports: readonly Report[]): Map<string, Report[]> {
  const found = new Map<string, Report[]>()
  for (const report of standingReports(reports))
    for (const { change, kind, certainty } of report.effects) {
      if (kind !== 'confirms' || certainty !== 'said') continue
      const own = found.get(change)
      if (own) own.push(report)
      else found.set(change, [report])
    }
  return found
}

/** A start within a month or a year that was not over is not yet a fact. */
function doubtStarts(steps: ReturnType<typeof stepsTold>, doubting: Doubting): void {
  for (const told of steps.values())
    for (const { stage, on, out, report, at } of told)
      if (stage === 'in_force' && on.length < 10 && lastDay(on) > out)
        doubting(
          'start-not-over',
          'report',
          report.id,
          ['effects', at, 'on'],
          `is ${on}, which was not over when the report came out (${report.published}): a start foreseen is an expectation, and a start that is set has its day`,
        )
}

/** Two times of one member that share a day: the later one to begin would count. */
function doubtMembers(dossier: string, { members = [] }: Dimension, dimension: number, doubting: Doubting): void {
  members.forEach((member, at) => {
    const times = member.in.map(({ value, from, until }, place) => ({
      value,
      place,
      first: from ? firstDay(from) : '',
      last: until ? lastDay(until) : '9999-12-31',
    }))
    times.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : a.place - b.place))
    let longest: { value: string; last: Day } | null = null
    for (const time of times) {
      if (longest && time.first <= longest.last)
        doubting(
          'times-overlap',
          'dossier',
          dossier,
          ['dimensions', dimension, 'members', at, 'in', time.place, 'from'],
          `overlaps the time of “${member.id}” in “${longest.value}”: end that with \`until\` on the day before`,
        )
      if (!longest || time.last > longest.last) longest = time
    }
  })
}

/** The question has a blank for each dimension: any other stays in it as it is written. */
function doubtQuestion({ id, question, asks, dimensions }: Dossier, doubting: Doubting): void {
  const known = new Set(dimensions.map((dimension) => dimension.id))
  for (const [field, text] of Object.entries({ question, asks }))
    for (const { text: words, language } of text === undefined ? [] : wordingsOf(text))
      for (const { 1: blank = '' } of words.matchAll(/\{([^{}]*)\}/g))
        if (!known.has(blank))
          doubting(
            'blank-of-none',
            'dossier',
            id,
            typeof text === 'string' ? [field] : [field, language],
            `has a blank for “${blank}”, which is no dimension: there are ${[...known].join(', ')}`,
          )
}

/** Our own summary is to be shorter than what it sums up. */
const longSummary = 2000
const isLong = (text: string): boolean => text.length > longSummary && [...text].length > longSummary

function doubtReports(reports: readonly Report[], doubting: Doubting): void {
  const addresses = new Map<string, string>()
  for (const { id, url, summary, retracted } of reports) {
    if (isLong(summary))
      doubting(
        'long-summary',
        'report',
        id,
        ['summary'],
        `is over ${longSummary} characters long: two to five sentences say what matters`,
      )
    if (url === undefined || retracted !== undefined) continue
    const other = addresses.get(url)
    if (other === undefined) addresses.set(url, id)
    else
      doubting(
        'address-used-twice',
        'report',
        id,
        ['url'],
        `is that of “${other}” too: make one report of them, or give each the address of its own text`,
      )
  }
}
