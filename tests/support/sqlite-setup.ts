import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { rulewire } from './command-line'

/** Migrates one database file, which every test file then copies. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'rulewire-template-'))
  const { code, stderr } = await rulewire(['migrate'], { DATABASE_URL: '', RULEWIRE_DATA: folder })
  if (code !== 0) throw new Error(`The template was not migrated: ${stderr}`)
  project.provide('template', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}

declare module 'vitest' {
  interface ProvidedContext {
    /** SQLite: the folder with the migrated file. PostgreSQL: the address of the migrated database. */
    template: string
  }
}
