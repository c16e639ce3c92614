import { fieldWords } from './field-words'
import type { JsonSchema } from './json-schema'
import { schemaWords } from './schema-words'

/** What schemas and fields are; `*` stands for any field of a group. */
const words: Readonly<Record<string, string>> = { ...fieldWords, ...schemaWords }

/**
 * A schema with every field told in words. `path` names the schema and the fields down to here: the longest end of it that `words`
 * knows tells what it is. Throws where a field has no words.
 */
export function described(schema: JsonSchema, path: readonly string[]): JsonSchema {
  const { properties, items, additionalProperties, anyOf, oneOf, ...rest } = schema
  const inside = (one: JsonSchema): JsonSchema => described(one, path)
  return {
    ...rest,
    ...(path.length === 1 && rest.description === undefined ? { description: wordsFor(path) } : {}),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, one]) => [name, field(one, [...path, name])]),
      ),
    }),
    ...(items && { items: inside(items) }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === 'object' ? inside(additionalProperties) : additionalProperties,
    }),
    ...(anyOf && { anyOf: anyOf.map(inside) }),
    ...(oneOf && { oneOf: oneOf.map(inside) }),
  }
}

/** A field; its own words come before those of the table. */
function field(schema: JsonSchema, path: readonly string[]): JsonSchema {
  const told = described(schema, path)
  return { ...told, description: schema.description ?? wordsFor(path) }
}

/** Where a schema is one of several that say the same. */
const alike: [RegExp, string][] = [
  [/Part(Page)?$/, '$1'],
  [/Entry$/, ''],
]

function wordsFor(path: readonly string[]): string {
  const [name = '', ...rest] = path
  const bare = alike.reduce((text, [end, by]) => text.replace(end, by), name)
  for (const first of [name, bare])
    for (const own of [
      [first, ...rest],
      [first, ...rest.slice(0, -1), '*'],
    ])
      for (let at = 0; at < own.length; at++) {
        const found = words[own.slice(at).join('.')]
        if (found !== undefined) return found
      }
  throw new Error(`The description of the API has no words for ${path.join('.')}.`)
}
