import { dispositions, locales, type RecordKind, recordSchemas, sitePages, stages } from '@/lib/model'

interface FieldSchema {
  _zod: {
    def: { shape?: Record<string, FieldSchema>; element?: FieldSchema; innerType?: FieldSchema; out?: FieldSchema }
  }
}

/** Names of fields that are words of the model, languages, or pages of the site. */
const words: readonly string[] = [...dispositions, ...stages, ...locales, ...sitePages]

/** The names of all fields of a kind of record, and of the fields of their parts, each once. */
export const fieldNames = (kind: RecordKind): string[] => [
  ...new Set(namesIn(recordSchemas[kind] as unknown as FieldSchema).filter((name) => !words.includes(name))),
]

function namesIn(schema: FieldSchema, seen = new Set<FieldSchema>()): string[] {
  if (seen.has(schema)) return []
  seen.add(schema)
  const { shape = {}, element, innerType, out } = schema._zod.def
  const inner = [element, innerType, out, ...Object.values(shape)].filter((one) => one !== undefined)
  return [...Object.keys(shape), ...inner.flatMap((one) => namesIn(one, seen))]
}
