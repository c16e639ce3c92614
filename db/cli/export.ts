import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { type ContentTree, writeContent } from '@/lib/content'
import type { DossierRecords } from '@/lib/model'
import type { Db } from '../client'
import { writeAudit } from '../commands/audit'
import { makeFolder } from '../files'
import { currentEditionNumber } from '../queries/edition'
import { listDossiers, listSources, loadDossier } from '../queries/record'
import { withDatabase } from './database'
import { readArgs, type Verb, VerbRefusedError } from './verb'

export const exportVerb: Verb = {
  usage: 'export DIR [--prune]',
  summary: 'write what is public as a content folder; --prune deletes files of records that are not',
  async run(args, { out, now }) {
    const { positionals, values } = readArgs(args, ['DIR'], { prune: { type: 'boolean', default: false } })
    const [dir = ''] = positionals
    const { edition, content } = await withDatabase(async ({ db, write }) => {
      const read = await readPublic(db)
      const subject = `edition ${read.edition}`
      await write((tx) => writeAudit(tx, { at: now(), by: 'command-line', action: 'export', subject, detail: null }))
      return read
    })
    const files = writeContent(content)
    const stale = staleFiles(dir, files)
    if (stale.length > 0 && !values.prune)
      throw new VerbRefusedError(
        ['Files of records that are not public; delete them, or add --prune:', ...stale].join('\n'),
      )
    replaceFiles(dir, files)
    for (const file of stale) rmSync(join(dir, file))
    out(`Wrote edition ${edition}: ${files.size} files in ${dir}.`)
    return 0
  },
}

/** Undefined where there is nothing. */
const isFolder = (path: string): boolean | undefined => statSync(path, { throwIfNoEntry: false })?.isDirectory()

/** Writes all files beside where they belong before the first takes its place: a disk that is full leaves what was there. */
function replaceFiles(dir: string, files: Map<string, string>): void {
  if (isFolder(dir) === false) throw new VerbRefusedError(`${dir} is a file: name a folder.`)
  for (const file of files.keys())
    if (isFolder(join(dir, file))) throw new VerbRefusedError(`${join(dir, file)} is a folder: move it away.`)
  const parts = [...files].map(([file, text]) => ({ path: join(dir, file), part: `${join(dir, file)}.part`, text }))
  try {
    for (const { path, part, text } of parts) {
      makeFolder(dirname(path))
      writeFileSync(part, text)
    }
    for (const { path, part } of parts) renameSync(part, path)
  } finally {
    for (const { part } of parts) rmSync(part, { force: true })
  }
}

/** All of it from one edition: read again when a publish came in between. */
async function readPublic(db: Db): Promise<{ edition: number; content: ContentTree }> {
  for (;;) {
    const edition = await currentEditionNumber(db)
    const sources = await listSources(db)
    const dossiers: DossierRecords[] = []
    for (const { id } of await listDossiers(db)) {
      const records = await loadDossier(db, id)
      if (records) dossiers.push(records)
    }
    if ((await currentEditionNumber(db)) === edition) return { edition, content: { sources, dossiers } }
  }
}

function staleFiles(dir: string, files: Map<string, string>): string[] {
  const root = join(dir, 'dossiers')
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|md)$/.test(entry.name))
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !files.has(file))
    .sort()
}
