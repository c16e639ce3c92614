import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/*
 * What schema.org has, by the declarations of schema-dts, which are made of its vocabulary: each type with its own properties and
 * the types that it inherits from.
 */
const folder = dirname(createRequire(import.meta.url).resolve('schema-dts/package.json'))
const text = readFileSync(join(folder, 'dist', 'schema.d.ts'), 'utf8')

const own = new Map<string, { parents: string[]; properties: Set<string> }>()
for (const [, name = '', parents = '', body = ''] of text.matchAll(
  /interface (\w+)Base extends ([^{]+)\{([\s\S]*?)\n\}/g,
))
  own.set(name, {
    parents: [...parents.matchAll(/(\w+)Base/g)].map(([, parent = '']) => parent),
    properties: new Set([...body.matchAll(/^\s+"(\w+)"\?/gm)].map(([, property = '']) => property)),
  })

// What has no properties of its own is declared by what it inherits from alone.
for (const [, name = '', parents = ''] of text.matchAll(/interface (\w+)Leaf extends ([^{]+)\{/g))
  if (!own.has(name))
    own.set(name, {
      parents: [...parents.matchAll(/(\w+)Base/g)].map(([, parent = '']) => parent),
      properties: new Set(),
    })

/** How many types are known. */
export const knownTypes = own.size

const has = (type: string, property: string): boolean => {
  const found = own.get(type)
  return (
    found !== undefined && (found.properties.has(property) || found.parents.some((parent) => has(parent, property)))
  )
}

/** What is wrong with a node of schema.org and those in it: types and properties that there are not, values that say nothing. */
export function faultsOfNode(node: unknown, at = '$'): string[] {
  if (node === null || node === undefined || node === '') return [`${at} says nothing`]
  if (Array.isArray(node)) return node.flatMap((one, place) => faultsOfNode(one, `${at}[${place}]`))
  if (typeof node !== 'object') return []
  const { '@type': type, ...rest } = node as Record<string, unknown>
  if (typeof type !== 'string' || !own.has(type)) return [`${at} is of no type: ${String(type)}`]
  return Object.entries(rest).flatMap(([name, value]) => [
    ...(name.startsWith('@') || has(type, name) ? [] : [`${at} is a ${type}, which has no ${name}`]),
    ...faultsOfNode(value, `${at}.${name}`),
  ])
}
