import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { openApiOf } from '@/lib/api/openapi'

export type Document = ReturnType<typeof openApiOf>

/** Closes every group of fields, so that what the description does not tell of is found too. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const inside = Object.fromEntries(Object.entries(schema).map(([name, one]) => [name, closed(one)]))
  return 'properties' in inside && !('additionalProperties' in inside)
    ? { ...inside, additionalProperties: false }
    : inside
}

/** Tells where a value is not as a schema of the document says; empty where it is. */
export function checkerOf(document: Pick<Document, 'components'>): (schema: object, value: unknown) => ErrorObject[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema({ $id: 'api', components: closed(document.components) as object })
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>()
  return (schema, value) => {
    const text = JSON.stringify(closed(schema)).replaceAll('"#/components', '"api#/components')
    const check = compiled.get(text) ?? ajv.compile(JSON.parse(text))
    compiled.set(text, check)
    return check(value) ? [] : (check.errors ?? [])
  }
}
