import { Document, isCollection, isMap, isScalar, isSeq, visit } from 'yaml'
import { type AnyRecord, defOf, type RecordKind, type Report, recordSchemas, type Schema, type Site } from '@/lib/model'
import type { ContentTree } from './read'
import { pageFiles, siteFile } from './site'

/** A file of the file form, or of one that holds a list of records the piece that is one of them. */
export interface RecordFile {
  /** Below the content folder. */
  file: string
  text: string
}

/** The files that hold a list of records, by kind: below the content folder, or below that of the dossier. */
export const listFiles = { source: 'sources.yaml', rule: 'rules.yaml', change: 'changes.yaml', actor: 'actors.yaml' }
type ListKind = keyof typeof listFiles

const noRecords = '[]\n'
/** The folder of a dossier below the content folder. */
const folderOf = (dossier: string): string => `dossiers/${dossier}`

/**
 * The canonical file form of all content: path below the content folder -> text. Fields stand in the order of their
 * schema, those at their default are left out, so that writing what was read from this form gives the same bytes.
 */
export function writeContent({ site, sources, dossiers }: ContentTree): Map<string, string> {
  const files = new Map<string, string>()
  const write = (kind: RecordKind, dossier: string, records: readonly AnyRecord[]) => {
    for (const record of records) for (const { file, text } of recordFiles(kind, dossier, record)) files.set(file, text)
  }
  const writeList = (kind: ListKind, dossier: string, records: readonly AnyRecord[]) => {
    const pieces = records.flatMap((record) => recordFiles(kind, dossier, record)).map(({ text }) => text)
    files.set(listFileOf(kind, dossier), pieces.join('') || noRecords)
  }
  write('site', '', site ? [site] : [])
  writeList('source', '', sources)
  for (const { dossier, rules, changes, actors, reports } of dossiers) {
    write('dossier', dossier.id, [dossier])
    writeList('rule', dossier.id, rules)
    writeList('change', dossier.id, changes)
    writeList('actor', dossier.id, actors)
    write('report', dossier.id, reports)
  }
  return files
}

const listFileOf = (kind: ListKind, dossier: string): string =>
  dossier === '' ? listFiles[kind] : `${folderOf(dossier)}/${listFiles[kind]}`

/** The canonical files of one record, `dossier` being '' for publishers and the site: all of the file form are made of these, piece by piece. */
export function recordFiles(kind: RecordKind, dossier: string, record: AnyRecord): RecordFile[] {
  if (kind === 'site') {
    const { pages: _, ...fields } = recordFields(kind, record)
    const pages = pageFiles(record as Site).map(([file, text]) => ({ file, text }))
    return [{ file: siteFile, text: yaml(fields) }, ...pages]
  }
  if (kind === 'dossier') return [{ file: `${folderOf(dossier)}/dossier.yaml`, text: yaml(recordFields(kind, record)) }]
  if (kind === 'report')
    return writeReport(record as Report).map(([name, text]) => ({ file: `${folderOf(dossier)}/reports/${name}`, text }))
  return [{ file: listFileOf(kind, dossier), text: yaml([recordFields(kind, record)]) }]
}

/** A report as Markdown files with YAML front matter, by their names: itself, then its translations. */
export function writeReport(report: Report): [name: string, text: string][] {
  const { summary, translations, ...matter } = recordFields('report', report) as Partial<Report>
  return [
    [`${report.id}.md`, withMatter(matter, summary)],
    ...Object.entries(translations ?? {}).flatMap(([language, one]): [string, string][] => {
      if (!one) return []
      const { summary: text, ...rest } = one
      return [[`${report.id}.${language}.md`, withMatter(rest, text)]]
    }),
  ]
}

const withMatter = (matter: object, body?: string): string => `---\n${yaml(matter)}---\n${body ? `${body}\n` : ''}`

const mostInline = 100

/** YAML as people write it: a small group or list on one line, everything larger in block style. */
function yaml(data: unknown): string {
  const document = new Document(data, { aliasDuplicateObjects: false })
  visit(document, {
    Collection: (_key, node, path) => {
      const top = path.length <= (isSeq(document.contents) ? 2 : 1)
      if (top || !isSmall(node)) return undefined
      node.flow = true
      return visit.SKIP
    },
  })
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/** Whether a collection reads well on one line: nothing deep, nothing long, no line breaks. */
function isSmall(node: unknown): boolean {
  if (!isCollection(node)) return false
  const values = node.items.map((item) =>
    typeof item === 'object' && item !== null && 'value' in item ? item.value : item,
  )
  const inner = isMap(node) ? values : node.items
  const flat = inner.every(
    (item) => isScalar(item) || typeof item !== 'object' || (isMap(node) ? false : isSmall(item)),
  )
  const text = JSON.stringify(node.toJSON())
  return flat && text.length <= mostInline && !text.includes('\\n')
}

/** One record in its file form, as the desk shows and edits it. */
export const writeRecord = (kind: RecordKind, record: AnyRecord): string => yaml(recordFields(kind, record))

/** The fields of a record as the file form has them: schema order, defaults left out. */
export function recordFields(kind: RecordKind, record: AnyRecord): Record<string, unknown> {
  return trim(recordSchemas[kind], record) as Record<string, unknown>
}

function trim(schema: Schema, value: unknown): unknown {
  const def = defOf(schema)
  if (value === null || typeof value !== 'object') return value
  if (def.innerType) return trim(def.innerType, value)
  if (def.type === 'pipe' && def.out) return trim(def.out, value)
  if (def.element && Array.isArray(value)) return value.map((item) => trim(def.element as Schema, item))
  if (def.shape) return trimFields(def.shape, value as Record<string, unknown>)
  return value
}

function trimFields(shape: Record<string, Schema>, value: Record<string, unknown>): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const [key, schema] of Object.entries(shape)) {
    const field = value[key]
    if (field === undefined || isDefault(schema, field)) continue
    fields[key] = trim(schema, field)
  }
  return fields
}

function isDefault(schema: Schema, value: unknown): boolean {
  const def = defOf(schema)
  if (def.type === 'default') return JSON.stringify(def.defaultValue) === JSON.stringify(value)
  return false
}
