import { Document } from 'yaml'
import {
  addressSchema,
  bareSchema,
  codeSchema,
  dateSchema,
  defOf,
  idSchema,
  labelSchema,
  languageSchema,
  lineSchema,
  publishedSchema,
  type RecordKind,
  recordKinds,
  recordSchemas,
  type Schema,
  scopeSchema,
  textSchema,
} from '@/lib/model'
import examples from './examples.json'

/** What may stand in a field; the words for each are messages (`fileForm.type`). */
export const fieldTypes = [
  'id',
  'text',
  'plain',
  'date',
  'published',
  'language',
  'yesNo',
  'oneOf',
  'fields',
  'named',
  'scope',
  'address',
] as const
export type FieldType = (typeof fieldTypes)[number]

/** One field of the file form. */
export interface FileField {
  /** Where it stands: `effects[].stage`; `<…>` is a name of one's own, or one of many words. */
  path: string
  type: FieldType
  isList: boolean
  /** Whether it may not be left out. */
  isNeeded: boolean
  /** What holds where it is left out, as YAML; null: nothing. */
  fallback: string | null
  /** The words that it may be. */
  words: string[]
  /** A sound example, as YAML. */
  example: string
}

/** One kind of record, where its file stands, and its fields in the order in which they are written. */
export interface RecordForm {
  kind: RecordKind
  file: string
  fields: FileField[]
}

const files: Record<RecordKind, string> = {
  site: 'site.yaml',
  dossier: 'dossiers/<id>/dossier.yaml',
  source: 'sources.yaml',
  actor: 'dossiers/<id>/actors.yaml',
  rule: 'dossiers/<id>/rules.yaml',
  change: 'dossiers/<id>/changes.yaml',
  report: 'dossiers/<id>/reports/<id>.md',
}

/** The form of all files, made from the schemas that everything goes by (model, section 3). */
export const fileForm = (): RecordForm[] =>
  recordKinds.map((kind) => ({
    kind,
    file: files[kind],
    fields: fieldsOf(recordSchemas[kind], '', examples[kind] as unknown, new Set()),
  }))

/** Groups whose fields are so many words of one vocabulary are told by one of them. */
const fewest = 5

function fieldsOf(schema: Schema, above: string, example: unknown, seen: ReadonlySet<Schema>): FileField[] {
  const group = bareSchema(schema)
  const { shape } = defOf(group)
  if (!shape || seen.has(group)) return []
  const inside = new Set([...seen, group])
  const told = new Set<Schema>()
  return Object.entries(shape).flatMap(([name, field]) => {
    const bare = bareSchema(field)
    const alike = Object.values(shape).filter((other) => bareSchema(other) === bare).length
    const isOneOfMany = alike >= fewest && defOf(bare).type !== 'string'
    if (isOneOfMany && told.has(bare)) return []
    told.add(bare)
    const value = isOneOfMany ? firstOf(example, shape, bare) : read(example, name)
    const path = `${above}${isOneOfMany ? `<${Object.keys(shape).find((one) => bareSchema(shape[one] as Schema) === bare)}, …>` : name}`
    const item = defOf(bare).type === 'array' ? bareSchema(defOf(bare).element as Schema) : null
    const within = item ?? bare
    const first = item && Array.isArray(value) ? merged(value) : value
    return [
      fieldOf(path, isOneOfMany ? `${firstKey(example, shape, bare)}` : name, field, {
        value,
        within,
        isList: item !== null,
      }),
      ...fieldsOf(within, `${path}${item ? '[]' : ''}.`, first, inside),
    ]
  })
}

const read = (example: unknown, name: string): unknown =>
  typeof example === 'object' && example !== null ? Reflect.get(example, name) : undefined
const firstKey = (example: unknown, shape: Record<string, Schema>, bare: Schema): string =>
  Object.keys(shape).find((name) => bareSchema(shape[name] as Schema) === bare && read(example, name) !== undefined) ??
  ''
const firstOf = (example: unknown, shape: Record<string, Schema>, bare: Schema): unknown =>
  read(example, firstKey(example, shape, bare))

/** Items of a list taken together: each field by the first item that has it. */
const merged = (items: readonly unknown[]): unknown =>
  items.some((item) => typeof item === 'object') ? Object.assign({}, ...[...items].reverse()) : items[0]

function fieldOf(
  path: string,
  name: string,
  schema: Schema,
  { value, within, isList }: { value: unknown; within: Schema; isList: boolean },
): FileField {
  const fallback = fallbackOf(schema)
  const { type, entries } = defOf(within)
  return {
    path,
    type: name === 'id' ? 'id' : typeOf(within),
    isList,
    isNeeded: !mayBeLeftOut(schema),
    fallback: fallback === undefined || fallback === null ? null : yaml(fallback),
    words: type === 'enum' ? Object.values(entries ?? {}) : [],
    example: value === undefined ? '' : yaml({ [name]: value }),
  }
}

const types: [Schema, FieldType][] = (
  [
    [idSchema, 'id'],
    [dateSchema, 'date'],
    [publishedSchema, 'published'],
    [languageSchema, 'language'],
    [textSchema, 'text'],
    [lineSchema, 'text'],
    [labelSchema, 'text'],
    [scopeSchema, 'scope'],
    [addressSchema, 'address'],
    [codeSchema, 'fields'],
  ] as [Schema, FieldType][]
).map(([schema, type]) => [bareSchema(schema), type])

function typeOf(schema: Schema): FieldType {
  const known = types.find(([one]) => one === schema)
  if (known) return known[1]
  const { type } = defOf(schema)
  if (type === 'enum') return 'oneOf'
  if (type === 'boolean') return 'yesNo'
  if (type === 'object') return 'fields'
  if (type === 'record') return 'named'
  return 'plain'
}

/** What stands for a field that is left out; undefined: nothing does. */
function fallbackOf(schema: Schema): unknown {
  const { type, defaultValue, innerType } = defOf(schema)
  if (type === 'default') return Array.isArray(defaultValue) && defaultValue.length === 0 ? undefined : defaultValue
  return innerType ? fallbackOf(innerType) : undefined
}

const mayBeLeftOut = (schema: Schema): boolean => {
  const { type, innerType } = defOf(schema)
  return type === 'optional' || type === 'default' || (innerType !== undefined && mayBeLeftOut(innerType))
}

/** As it stands in a file, on as few lines as it may. */
function yaml(data: unknown): string {
  const document = new Document(data, { aliasDuplicateObjects: false })
  if (document.contents && 'items' in document.contents)
    for (const item of document.contents.items as { value?: { flow?: boolean } }[])
      if (item.value && 'items' in item.value) item.value.flow = true
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trim()
}
