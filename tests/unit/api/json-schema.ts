/** As much of JSON Schema as the description of the API uses. */
interface Schema {
  $ref?: string
  type?: string | readonly string[]
  enum?: readonly unknown[]
  anyOf?: readonly Schema[]
  properties?: Record<string, Schema>
  required?: readonly string[]
  additionalProperties?: Schema
  items?: Schema
  pattern?: string
}

const typeOf = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

/** Where a value is not what a schema says; what no schema names is told too. */
export function unlike(schema: object, value: unknown, named: Record<string, object>, at = '$'): string[] {
  const { $ref, type, anyOf, properties, required = [], additionalProperties, items, pattern, ...more }: Schema = schema
  if ($ref !== undefined) return unlike(named[$ref.split('/').at(-1) ?? ''] ?? {}, value, named, at)
  if (anyOf) return anyOf.some((one) => unlike(one, value, named, at).length === 0) ? [] : [`${at} is none of them`]
  const is = typeOf(value)
  if (type !== undefined && ![type].flat().includes(is)) return [`${at} is ${is}`]
  if (more.enum && !more.enum.includes(value)) return [`${at} is ${JSON.stringify(value)}`]
  if (typeof value === 'string') return pattern && !new RegExp(pattern).test(value) ? [`${at} is “${value}”`] : []
  if (Array.isArray(value)) return value.flatMap((one, n) => unlike(items ?? {}, one, named, `${at}[${n}]`))
  if (is !== 'object') return []
  const missing = required
    .filter((name) => !Object.hasOwn(value as object, name))
    .map((name) => `${at}.${name} is missing`)
  const held = Object.entries(value as object).flatMap(([name, one]) => {
    const own = properties?.[name] ?? additionalProperties
    return own ? unlike(own, one, named, `${at}.${name}`) : [`${at}.${name} is not told of`]
  })
  return [...missing, ...held]
}
