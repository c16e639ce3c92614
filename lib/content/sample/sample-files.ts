import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/*
 * What `rulewire new` writes stands beside this file: a small content folder that is sound, with comments that say what may stand in it.
 * Its subject is made up.
 */

/** The files of the sample, by their paths below the folder. */
export function sampleFiles(): Map<string, string> {
  const root = import.meta.dirname
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:yaml|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(files.sort().map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')]))
}
