import type { Effect, Report } from '@/lib/model'
import { movedInWords, moveRows } from './answer-words'
import { type Block, line } from './blocks'
import type { EventOf, StoredEvent } from './event'
import type { EventReading } from './reading'
import { changeLink, evidenceBlocks, type Placed, reportBlocks, sourceLine } from './report-blocks'
import { mostNamed, reportsOf } from './told-records'

/** So many blocks of cases are listed in an item; the page that it leads to has all of them. */
const mostRows = 20

/** What happened, with what it rests on. */
export function eventBody(event: StoredEvent, reading: EventReading, placed: Placed): Block[] {
  const { kind, data } = event
  const found = (id: string | null) => (id === null ? undefined : reading.records.find('report', event.dossier, id))
  switch (kind) {
    case 'reported': {
      const report = found(data.report)
      return report ? reportBlocks(reading, placed, report) : []
    }
    case 'corrected':
    case 'retracted':
      return notedBody(event, reading, found(data.report))
    case 'edition':
      return editionBody(event, reading)
    case 'answers':
      return [...answersBody(event, reading, placed), ...resting(event, reading, placed)]
    case 'postponed':
      return [
        ...changeLines(reading, placed, data.change),
        ...ruleLines(reading, placed, data.rules),
        ...resting(event, reading, placed),
      ]
    case 'forecast':
      return [
        ...changeLines(reading, placed, data.change),
        line(`${reading.t('expectation.window')}${reading.t('unit.colon')}${windowOf(reading, data)}`),
        ...resting(event, reading, placed),
      ]
    default:
      return [...changeLines(reading, placed, data.change), ...resting(event, reading, placed)]
  }
}

const changeLines = (reading: EventReading, placed: Placed, change: string): Block[] => [
  line(reading.t('expectation.change'), reading.t('unit.colon'), changeLink(reading, placed, change)),
]

function ruleLines(reading: EventReading, { dossier, at }: Placed, rules: readonly string[]): Block[] {
  if (rules.length === 0) return []
  const items = rules.slice(0, mostNamed).map((id) => [{ text: reading.rule(dossier, id), href: `${at}/rules/${id}` }])
  const left = rules.length - items.length
  return [{ kind: 'list', items: [...items, ...(left > 0 ? [[reading.t('unit.more', { count: left })]] : [])] }]
}

function windowOf({ t, date }: EventReading, { from, until }: EventOf<'forecast'>['data']): string {
  if (from !== null && until !== null) return t('expectation.between', { from: date(from), until: date(until) })
  return until === null
    ? t('expectation.from', { date: date(from ?? '') })
    : t('expectation.until', { date: date(until) })
}

/** The note that came with a correction or a retraction, and the way to the page that was read. */
function notedBody(
  { kind, edition, data }: EventOf<'corrected' | 'retracted'>,
  reading: EventReading,
  report: Report | undefined,
): Block[] {
  const place = kind === 'corrected' ? (data as EventOf<'corrected'>['data']).note : null
  const own = kind === 'retracted' ? report?.retracted : place === null ? undefined : report?.corrections?.[place]
  const note = own ? reading.say(own.note) : (reading.records.reasonOf(edition) ?? '')
  return [...(note === '' ? [] : [line(note)]), ...(report ? sourceLine(reading, report) : [])]
}

function editionBody({ data }: EventOf<'edition'>, { t }: EventReading): Block[] {
  const items = Object.entries(data.summary.records).flatMap(([kind, tally]) =>
    (['created', 'updated', 'removed'] as const).flatMap((verb) =>
      tally[verb] > 0 ? [[t(`edition.${verb}`, { kind, count: tally[verb] })]] : [],
    ),
  )
  return items.length === 0 ? [line(t('edition.nothing'))] : [{ kind: 'list', items }]
}

function answersBody({ dossier, data }: EventOf<'answers'>, reading: EventReading, placed: Placed): Block[] {
  const { t } = reading
  const { rows, blocks } = moveRows(reading, { dossier, data }, mostRows)
  const { change, rules } = data.because
  return [
    line(movedInWords(reading, data)),
    {
      kind: 'table',
      head: [t('report.cases'), t('report.before'), t('report.after')],
      rows: rows.map(({ where, before, after }) => [where, before, after]),
    },
    ...(blocks > rows.length ? [line(t('report.moreRows', { count: blocks - rows.length }))] : []),
    ...(change === null ? [line(t('event.byEdit'))] : changeLines(reading, placed, change)),
    ...ruleLines(reading, placed, rules),
  ]
}

/** The reports on which it rests, each with the effect that says it. */
function resting(event: StoredEvent, reading: EventReading, placed: Placed): Block[] {
  return reportsOf(event).flatMap((id) => {
    const report = reading.records.find('report', event.dossier, id)
    return report ? evidenceBlocks(reading, placed, report, effectOf(event, report)) : []
  })
}

/** The effect of a report that tells of the change of an event, at its stage where it is about one. */
function effectOf({ kind, data }: StoredEvent, { effects }: Report): Effect | undefined {
  const change = kind === 'answers' ? data.because.change : 'change' in data ? data.change : null
  const stage = kind === 'step' ? data.after?.stage : 'stage' in data ? data.stage : undefined
  const about = effects.filter((effect) => effect.change === change)
  return about.find((effect) => stage && effect.stage === stage) ?? about[0]
}
