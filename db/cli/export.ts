import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { writeContent } from '@/lib/content'
import { pagesFolder, siteFile } from '@/lib/content/site'
import { proofFile, proofText } from '@/lib/signing/proof'
import { commandLine } from '@/lib/words/doers'
import { writeAudit } from '../commands/audit'
import { makeFolder } from '../files'
import { readPublic } from '../queries/porting/public-content'
import { proofOfAll } from '../queries/signing/proof'
import { withDatabase } from './database'
import { readArgs, type Verb, VerbRefusedError } from './verb'

export const exportVerb: Verb = {
  usage: 'export DIR [--prune] [--proof]',
  summary: `write what is public as a content folder; --prune deletes files of records that are not;
      --proof adds ${proofFile}, by which prove tells that they are what was published`,
  async run(args, { out, now }) {
    const { positionals, values } = readArgs(args, ['DIR'], {
      prune: { type: 'boolean', default: false },
      proof: { type: 'boolean', default: false },
    })
    const [dir = ''] = positionals
    const { edition, content, proof } = await withDatabase(async ({ db, write }) => {
      const read = await readPublic(db)
      const subject = `edition ${read.edition}`
      await write((tx) => writeAudit(tx, { at: now(), by: commandLine, action: 'export', subject, detail: null }))
      return { ...read, proof: values.proof ? await proofOfAll(db, read) : null }
    })
    if (values.proof && !proof)
      throw new VerbRefusedError(`Edition ${edition} is not signed: the next publication will be. Leave --proof out.`)
    const files = writeContent(content)
    const stale = staleFiles(dir, files)
    if (stale.length > 0 && !values.prune)
      throw new VerbRefusedError(
        ['Files of records that are not public; delete them, or add --prune:', ...stale].join('\n'),
      )
    if (proof) files.set(proofFile, proofText(proof))
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

function staleFiles(dir: string, files: Map<string, string>): string[] {
  // Pages are parts of the site: where nobody has published that, they are no records.
  const folders = files.has(siteFile) ? ['dossiers', pagesFolder] : ['dossiers']
  return folders
    .map((folder) => join(dir, folder))
    .filter((root) => existsSync(root))
    .flatMap((root) => readdirSync(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(ya?ml|md)$/.test(entry.name))
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !files.has(file))
    .sort()
}
