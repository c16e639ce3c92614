import { plainLanguage } from '@/lib/addresses/names'
import { csvRows as rowsText } from '@/lib/api/csv'
import { type DossierRecords, locales, type Position, type Report, type Text } from '@/lib/model'
import { writeItems, writeLinks } from './cells'
import { type CsvField, type CsvRowKind, csvFields } from './fields'

/** Rows that are made into text at once. */
const atOnce = 200

/**
 * The reports of a dossier, or their positions, as CSV (RFC 4180) in UTF-8 with a byte order mark, piece by piece, as `readCsv` takes
 * it back by the headings alone.
 */
export function* writeCsv({ reports }: DossierRecords, rows: CsvRowKind): Generator<string> {
  const texts =
    rows === 'reports'
      ? reports.flatMap(textsOf)
      : reports.flatMap(({ positions }) => positions.map(({ note }) => note))
  const further = new Set(texts.flatMap((text) => (typeof text === 'object' ? Object.keys(text) : [])))
  for (const locale of locales) further.delete(locale)
  const fields = csvFields(rows, [...further]).filter(({ name }) => !name.startsWith('effect.'))
  yield `\uFEFF${rowsText([fields.map(({ name }) => name)])}`
  let held: string[][] = []
  for (const report of reports) {
    if (rows === 'reports') held.push(fields.map((field) => reportCell(report, field)))
    else held.push(...report.positions.map((one, at) => fields.map((field) => positionCell(report, one, at, field))))
    if (held.length < atOnce) continue
    yield rowsText(held)
    held = []
  }
  if (held.length > 0) yield rowsText(held)
}

const textsOf = ({ headline, title, note }: Report): (Text | undefined)[] => [headline, title, note]

function inLanguage(text: Text | undefined, language: string): string {
  if (text === undefined) return ''
  if (typeof text === 'string') return language === plainLanguage ? text : ''
  return text[language] ?? ''
}

function reportCell(report: Report, { of, language }: CsvField): string {
  switch (of) {
    case 'headline':
    case 'title':
    case 'note':
      return inLanguage(report[of], language ?? '')
    case 'summary':
      return language === plainLanguage ? report.summary : summaryIn(report, language ?? '')
    case 'attribution':
      return writeLinks(report.attribution)
    case 'effects':
    case 'expectations':
      return writeItems(report[of])
    case 'related':
      return report.related.join(' ')
    case 'id':
    case 'published':
    case 'source':
    case 'url':
    case 'language':
    case 'kind':
    case 'sourcing':
      return report[of] ?? ''
    default:
      return ''
  }
}

const summaryIn = ({ translations }: Report, language: string): string =>
  Object.entries(translations ?? {}).find(([tag]) => tag === language)?.[1]?.summary ?? ''

function positionCell({ id }: Report, position: Position, at: number, { of, language }: CsvField): string {
  switch (of) {
    case 'report':
      return id
    case 'place':
      return String(at + 1)
    case 'quote':
      return position.quote?.text ?? ''
    case 'quote.language':
      return position.quote?.language ?? ''
    case 'note':
      return inLanguage(position.note, language ?? '')
    case 'actor':
    case 'change':
    case 'stance':
    case 'on':
      return position[of] ?? ''
    default:
      return ''
  }
}
