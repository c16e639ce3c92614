/** What is looked at of a schema of zod: its kind, and what it is made of. */
export interface SchemaDef {
  type: string
  shape?: Record<string, Schema>
  element?: Schema
  innerType?: Schema
  out?: Schema
  valueType?: Schema
  options?: Schema[]
  entries?: Record<string, string>
  defaultValue?: unknown
}
export interface Schema {
  _zod: { def: unknown }
}

export const defOf = (schema: Schema): SchemaDef => schema._zod.def as SchemaDef

/** A schema without what only says that it may be left out, or what is made of a value before it is looked at. */
export function bareSchema(schema: Schema): Schema {
  const { type, innerType, out } = defOf(schema)
  if (innerType) return bareSchema(innerType)
  return type === 'pipe' && out ? bareSchema(out) : schema
}

/** The names of the fields that a group at a place in a record may have; none where there is no such group. */
export function fieldNamesAt(schema: Schema, path: readonly (string | number)[]): string[] {
  const [part, ...rest] = path
  const bare = bareSchema(schema)
  const { shape, element, valueType, options = [] } = defOf(bare)
  if (part === undefined) return Object.keys(shape ?? {})
  const next = shape?.[String(part)] ?? element ?? valueType
  return next ? fieldNamesAt(next, rest) : options.flatMap((option) => fieldNamesAt(option, path))
}
