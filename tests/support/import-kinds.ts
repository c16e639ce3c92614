import { dirname, join } from 'node:path'
import { filesUnder, read } from './tree'

export interface Import {
  from: string
  to: string
  /** Whether only types are taken: nothing of it is there at run time. */
  isType: boolean
}

const statement = /^(?:import|export)\s+(type\s)?([^'";]*?from\s+)?'((?:@\/|\.{1,2}\/)[^']+)'/gm

/** What the files below these folders import from one another, each once. */
export function importsOf(folders: readonly string[]): Import[] {
  const files = folders.flatMap((folder) => filesUnder(folder, /\.tsx?$/))
  const known = new Set(files)
  return files.flatMap((from) =>
    [...read(from).matchAll(statement)].flatMap(([, type, names = '', target = '']) => {
      const path = target.startsWith('@/') ? target.slice(2) : join(dirname(from), target).replaceAll('\\', '/')
      const to = [`${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((file) => known.has(file))
      return to ? [{ from, to, isType: type !== undefined || takesTypesOnly(names) }] : []
    }),
  )
}

const takesTypesOnly = (names: string): boolean => {
  const list = /\{([^}]*)\}/.exec(names)?.[1]?.split(',') ?? []
  const given = list.map((name) => name.trim()).filter(Boolean)
  return given.length > 0 && given.every((name) => name.startsWith('type '))
}
