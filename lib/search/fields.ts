import {
  type Askable,
  type DossierRecords,
  findAskable,
  headingOf,
  type RecordKind,
  type RecordOf,
  type Report,
  type Said,
  type Source,
  type Text,
  wordingsOf,
} from '@/lib/model'
import { askablesOf, saidIn, termsOf } from '@/lib/terms/terms'

/** The kinds of record in the order in which a search shows them. */
export const searchedKinds = ['dossier', 'rule', 'change', 'actor', 'source', 'report'] as const satisfies RecordKind[]
export type SearchedKind = (typeof searchedKinds)[number]

/** The names that a record is searched by, beside its own words. */
export interface Names {
  change(id: string): Text | undefined
  actor(id: string): Text | undefined
  source(id: string): Text | undefined
  value(dimension: string, id: string): Text[]
}

export function namesIn({ dossier, changes, actors }: DossierRecords, sources: readonly Source[]): Names {
  const titles = new Map(changes.map((change) => [change.id, change.title]))
  const names = new Map(actors.map((actor) => [actor.id, actor.name]))
  const publishers = new Map(sources.map((source) => [source.id, source.name]))
  const dimensions = new Map(dossier.dimensions.map((dimension) => [dimension.id, dimension]))
  return {
    change: (id) => titles.get(id),
    actor: (id) => names.get(id),
    source: (id) => publishers.get(id),
    value: (dimension, id) => {
      const found = dimensions.get(dimension)
      const value = found && findAskable(found, id)
      return value ? (value.name ? [value.name] : termTexts(value)) : []
    },
  }
}

/** What readers may search a record by: what it is called, and all else. */
export interface FieldTexts {
  title: Said[]
  rest: Said[]
}

/** The wordings that a record is searched by, in the order in which a reader would look for them. */
export function fieldsOf<K extends SearchedKind>(kind: K, record: RecordOf[K], names: Names | null): FieldTexts {
  const { title, rest } = told[kind](record, names)
  return { title: wordingsOf(title), rest: rest.flatMap((text) => (text ? wordingsOf(text) : [])) }
}

const asTexts = (said: Said[]): Text[] => said.map(({ text, language }) => ({ [language]: text }))
const termTexts = (value: Askable): Text[] => asTexts(termsOf(value))

interface SearchTold {
  title: Text
  rest: (Text | undefined)[]
}

const told: { [K in SearchedKind]: (record: RecordOf[K], names: Names | null) => SearchTold } = {
  dossier: ({ title, summary, terms = [], dimensions }) => ({
    title,
    rest: [
      summary,
      ...terms.flatMap((one) => asTexts(saidIn(one))),
      ...dimensions.flatMap((dimension) => [
        dimension.name,
        ...askablesOf(dimension).flatMap(({ value }) => termTexts(value)),
      ]),
    ],
  }),
  rule: ({ title, note, basis, scope }, names) => ({
    title,
    rest: [
      note,
      ...basis.flatMap((part) => [part.instrument, part.provision]),
      ...Object.entries(scope).flatMap(([dimension, values]) =>
        values.flatMap((id) => names?.value(dimension, id) ?? []),
      ),
    ],
  }),
  change: ({ title, note, alterations }) => ({
    title,
    rest: [note, ...alterations.flatMap((alteration) => alteration.conditions)],
  }),
  actor: ({ name, note }) => ({ title: name, rest: [note] }),
  source: ({ name }) => ({ title: name, rest: [] }),
  report: ofReport,
}

const translationsOf = ({ translations = {} }: Report): Record<string, string> =>
  Object.fromEntries(Object.entries(translations).flatMap(([language, one]) => (one ? [[language, one.summary]] : [])))

function ofReport(report: Report, names: Names | null): SearchTold {
  const { effects, positions, expectations, attribution } = report
  const remarks = [...effects, ...positions, ...expectations]
  const chain = [...attribution, ...effects.flatMap((effect) => effect.attribution)]
  return {
    title: headingOf(report),
    rest: [
      report.title && report.headline,
      report.summary,
      translationsOf(report),
      ...remarks.flatMap(({ quote, note }) => [quote && { [quote.language]: quote.text }, note]),
      report.note,
      names?.source(report.source),
      ...chain.map((link) => link.who),
      ...remarks.map((remark) => names?.change(remark.change)),
      ...positions.map((position) => names?.actor(position.actor)),
    ],
  }
}
