import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** The files of code below some folders, by their paths in the repository. */
export const codeBelow = (...folders: string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name).replaceAll('\\', '/')),
  )

const ends = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']

/** Which file of the repository an import names; null for a package. */
export function importedFile(from: string, named: string): string | null {
  const base = named.startsWith('@/') ? named.slice(2) : named.startsWith('.') ? join(dirname(from), named) : null
  if (base === null) return null
  const path = normalize(base).replaceAll('\\', '/')
  return ends.map((end) => path + end).find((file) => /\.(tsx?|json|css)$/.test(file) && existsSync(file)) ?? null
}

/** What each file imports of the others, types too. */
export function importsOf(files: readonly string[]): Map<string, string[]> {
  const all = new Set(files)
  return new Map(
    files.map((file) => {
      const named = [...readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport\(|^import)\s*'([^']+)'/gm)]
      const imported = named.flatMap(({ 1: target = '' }) => importedFile(file, target) ?? [])
      return [file, [...new Set(imported)].filter((target) => all.has(target))]
    }),
  )
}

/** Files that import each other, directly or by others: each circle once, its files in order (Tarjan, 1972). */
export function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const places = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []
  const visit = (file: string): number => {
    const place = places.size
    places.set(file, place)
    open.push(file)
    let low = place
    for (const next of imports.get(file) ?? []) {
      const before = places.get(next)
      if (before === undefined) low = Math.min(low, visit(next))
      else if (open.includes(next)) low = Math.min(low, lowest.get(next) ?? before)
    }
    lowest.set(file, low)
    if (low < place) return low
    const circle = open.splice(open.indexOf(file))
    if (circle.length > 1 || imports.get(file)?.includes(file)) circles.push(circle.sort())
    return low
  }
  for (const file of imports.keys()) if (!places.has(file)) visit(file)
  return circles
}

export interface ImportOfKind {
  from: string
  to: string
  /** Whether only types are taken: nothing of it is there at run time. */
  isType: boolean
}

const statement = /^(?:import|export)\s+(type\s)?([^'";]*?from\s+)?'((?:@\/|\.{1,2}\/)[^']+)'/gm

/** What files import of one another, with the kind of it. */
export function importKindsOf(files: readonly string[]): ImportOfKind[] {
  const all = new Set(files)
  return files.flatMap((from) =>
    [...readFileSync(from, 'utf8').matchAll(statement)].flatMap(([, type, names = '', target = '']) => {
      const to = importedFile(from, target)
      return to !== null && all.has(to) ? [{ from, to, isType: type !== undefined || takesTypesOnly(names) }] : []
    }),
  )
}

const takesTypesOnly = (names: string): boolean => {
  const list = /\{([^}]*)\}/.exec(names)?.[1]?.split(',') ?? []
  const given = list.map((name) => name.trim()).filter(Boolean)
  return given.length > 0 && given.every((name) => name.startsWith('type '))
}
