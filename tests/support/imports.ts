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
