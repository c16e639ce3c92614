import {
  type AnyRecord,
  type DossierRecords,
  type Quote,
  type RecordOf,
  type Report,
  type Source,
  type Text,
  wordings,
} from '@/lib/model'
import { normalise } from '@/lib/text/normalise'
import type { SearchedKind } from '../queries/search'

/** The names that a report's text is searched by, beside its own words. */
export interface Names {
  change(id: string): Text | undefined
  actor(id: string): Text | undefined
  source(id: string): Text | undefined
}

export function namesIn(records: DossierRecords, sources: readonly Source[]): Names {
  const changes = new Map(records.changes.map((change) => [change.id, change.title]))
  const actors = new Map(records.actors.map((actor) => [actor.id, actor.name]))
  const publishers = new Map(sources.map((source) => [source.id, source.name]))
  return { change: (id) => changes.get(id), actor: (id) => actors.get(id), source: (id) => publishers.get(id) }
}

/** Everything a reader may search a record by, normalised. */
export function searchText(kind: SearchedKind, record: AnyRecord, names: Names): string {
  const said = texts[kind](record as never, names).filter((text) => text !== undefined && text !== '')
  return normalise(said.flatMap((text) => wordings(text as Text)).join('\n'))
}

type Said = (Text | undefined)[]

const texts: { [K in SearchedKind]: (record: RecordOf[K], names: Names) => Said } = {
  rule: ({ title, note, basis }) => [title, note, ...basis.flatMap((part) => [part.instrument, part.provision])],
  change: ({ title, note, alterations }) => [
    title,
    note,
    ...alterations.flatMap((alteration) => alteration.conditions),
  ],
  actor: ({ name, note }) => [name, note],
  report: ofReport,
}

function ofReport(report: Report, names: Names): Said {
  const { effects, positions, expectations, attribution } = report
  const remarks = [...effects, ...positions, ...expectations]
  const chain = [...attribution, ...effects.flatMap((effect) => effect.attribution)]
  return [
    report.headline,
    report.summary,
    report.note,
    names.source(report.source),
    ...chain.map((link) => link.who),
    ...remarks.flatMap((remark) => [quoted(remark.quote), remark.note, names.change(remark.change)]),
    ...positions.map((position) => names.actor(position.actor)),
  ]
}

const quoted = (quote: Quote | undefined): Text | undefined => quote?.text
