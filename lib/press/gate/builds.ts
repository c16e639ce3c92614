import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/*
 * The folders of builds, below that of the project: `.next`, and beside it `.next-2` and so on while those before are in use. `start.mjs`
 * chooses among them, and says which by `RULEWIRE_BUILD`.
 */

const pattern = /^\.next(?:-\d+)?$/

/**
 * The folders of static files, absolute, that of the build which is served last: readers have pages of the one before, and go on asking
 * for its styles. `own` is the folder of the build below that of the project.
 */
export function staticFolders(own: string): string[] {
  const all = readdirSync(process.cwd()).filter((name) => pattern.test(name))
  const others = all.filter((name) => name !== own)
  return [...others, own].map((name) => join(process.cwd(), name, 'static'))
}

/** Marks the build as one that must not be built over, until this process ends. A folder that cannot be written is not built over anyway. */
export function markInUse(own: string): void {
  const folder = join(process.cwd(), own, 'in-use')
  const mark = join(folder, String(process.pid))
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(mark, '')
  } catch {
    return
  }
  process.on('exit', () => rmSync(mark, { force: true }))
}
