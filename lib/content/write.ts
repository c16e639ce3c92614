import { Document, isCollection, isMap, isScalar, isSeq, visit } from 'yaml'
import {
  type AnyRecord,
  type DossierRecords,
  defOf,
  type RecordKind,
  type Report,
  recordSchemas,
  type Schema,
} from '@/lib/model'
import type { ContentTree } from './read'
import { pageFiles, siteFile } from './site'

/**
 * The canonical file form of all content: path below the content folder -> text. Fields stand in the order of their
 * schema, those at their default are left out, so that writing what was read from this form gives the same bytes.
 */
export function writeContent({ site, sources, dossiers }: ContentTree): Map<string, string> {
  const files = new Map<string, string>()
  if (site) {
    const { pages: _, ...fields } = recordFields('site', site)
    files.set(siteFile, yaml(fields))
    for (const [file, text] of pageFiles(site)) files.set(file, text)
  }
  files.set('sources.yaml', yamlList('source', sources))
  for (const records of dossiers) {
    for (const [file, text] of writeDossier(records)) files.set(`dossiers/${records.dossier.id}/${file}`, text)
  }
  return files
}

function writeDossier({ dossier, rules, changes, actors, reports }: DossierRecords): [string, string][] {
  return [
    ['dossier.yaml', yaml(recordFields('dossier', dossier))],
    ['rules.yaml', yamlList('rule', rules)],
    ['changes.yaml', yamlList('change', changes)],
    ['actors.yaml', yamlList('actor', actors)],
    ...reports.flatMap(writeReport).map(([name, text]): [string, string] => [`reports/${name}`, text]),
  ]
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

function yamlList(kind: RecordKind, records: readonly AnyRecord[]): string {
  return records.length === 0 ? '[]\n' : yaml(records.map((record) => recordFields(kind, record)))
}

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
