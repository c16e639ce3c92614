import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Paths of the files below a folder of the project whose path matches, sorted. */
export const filesUnder = (folder: string, matching: RegExp): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .filter((path) => matching.test(path))
    .sort()

export const read = (path: string): string => readFileSync(path, 'utf8')
