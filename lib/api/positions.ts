import { plainLanguage } from '@/lib/addresses/names'
import {
  type BelongingTime,
  belongingTo,
  type DossierRecords,
  locales,
  type Position,
  type Report,
  type Source,
  say,
  type Text,
} from '@/lib/model'
import { type Stand, type StandsAsked, standsOf } from '@/lib/policy'
import { toCsv } from './csv'

/** A position as the API gives it. */
interface PositionGiven {
  actor: string
  name: Text
  /** To whom it belongs, and when: as the record of the actor says. */
  of: { actor: string; from: string | null; until: string | null }[]
  stance: Position['stance']
  change: string
  title: Text
  /** The day, the month or the year of which it tells. */
  on: string
  quote: { text: string; language: string } | null
  note: Text | null
  report: string
  source: string
  publisher: Text
  headline: Text
  url: string | null
  published: string
  sourcing: Report['sourcing']
  /** Whether nothing of the report holds, as others have shown since. */
  discredited: boolean
}

/** Positions as the API gives them, with what was asked. */
export interface PositionsForm {
  dossier: string
  actor: string | null
  /** Who counts with the actor asked about, and when: those who belong to it. */
  members: { actor: string; name: Text; times: { from: string | null; until: string | null }[] }[]
  change: string | null
  from: string | null
  to: string | null
  edition: number
  count: number
  positions: PositionGiven[]
}

interface Told {
  records: DossierRecords
  sources: ReadonlyMap<string, Source>
  discredited: ReadonlySet<string>
  edition: number
}

/** The positions that are asked for, the oldest first. */
export function positionsForm({ records, sources, discredited, edition }: Told, asked: StandsAsked): PositionsForm {
  const { actor = null, change = null, from = null, to = null } = asked
  const names = new Map(records.actors.map((one) => [one.id, one]))
  const titles = new Map(records.changes.map(({ id, title }) => [id, title]))
  const given = ({ report, position, date }: Stand): PositionGiven => ({
    actor: position.actor,
    name: names.get(position.actor)?.name ?? position.actor,
    of: (names.get(position.actor)?.of ?? []).map(({ actor, ...time }) => ({ actor, ...timeGiven(time) })),
    stance: position.stance,
    change: position.change,
    title: titles.get(position.change) ?? position.change,
    on: date,
    quote: position.quote ?? null,
    note: position.note ?? null,
    report: report.id,
    source: report.source,
    publisher: sources.get(report.source)?.name ?? report.source,
    headline: report.headline,
    url: report.url ?? null,
    published: report.published,
    sourcing: report.sourcing,
    discredited: discredited.has(report.id),
  })
  const positions = standsOf(records, asked).map(given)
  const members = actor === null ? [] : belongingTo(records.actors, actor)
  return {
    dossier: records.dossier.id,
    actor,
    members: members.map((one) => ({ actor: one.actor.id, name: one.actor.name, times: one.times.map(timeGiven) })),
    change,
    from,
    to,
    edition,
    count: positions.length,
    positions,
  }
}

const timeGiven = ({ from = null, until = null }: { [End in keyof BelongingTime]: BelongingTime[End] | null }) => ({
  from,
  until,
})

/** The same as CSV: a row for each position; what has a name has it in each language of the site. */
export function positionsCsv({ positions }: Pick<PositionsForm, 'positions'>): string {
  const inAll = (text: Text) => locales.map((locale) => say(text, locale).text)
  const named = (column: string) => locales.map((locale) => `${column}_${locale}`)
  return toCsv(
    [
      'actor',
      ...named('actor'),
      'of',
      'stance',
      'change',
      ...named('change'),
      'on',
      'quote',
      'quote_language',
      ...named('note'),
      'report',
      'headline',
      'source',
      ...named('source'),
      'url',
      'published',
      'sourcing',
      'discredited',
    ],
    positions.map((one) => [
      one.actor,
      ...inAll(one.name),
      one.of
        .map(({ actor, from, until }) => (from || until ? `${actor} (${from ?? ''}/${until ?? ''})` : actor))
        .join('; '),
      one.stance,
      one.change,
      ...inAll(one.title),
      one.on,
      one.quote?.text ?? null,
      one.quote?.language ?? null,
      ...(one.note === null ? locales.map(() => null) : inAll(one.note)),
      one.report,
      say(one.headline, plainLanguage).text,
      one.source,
      ...inAll(one.publisher),
      one.url,
      one.published,
      one.sourcing,
      one.discredited ? 'yes' : 'no',
    ]),
  )
}
