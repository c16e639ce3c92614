import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type ContentTree, type FileProblem, readContent } from '@/lib/content'
import { UsageError, VerbRefusedError } from './verb'

/** A problem as editors and terminals can jump to: `file:line: field message`. */
export const problemLine = ({ file, line, field, message }: FileProblem): string =>
  `${file}:${line}: ${field === '' ? '' : `${field} `}${message}`

export function requireFolder(dir: string): void {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`${dir} is not a folder`)
}

/** The content of a folder when all of it is sound; throws `VerbRefusedError` with a line per problem. */
export async function checkedContent(dir: string): Promise<ContentTree> {
  requireFolder(dir)
  if (!['sources.yaml', 'sources.yml', 'dossiers'].some((name) => existsSync(join(dir, name)))) {
    const one = existsSync(join(dir, 'dossier.yaml')) ? ' It is a single dossier: name the folder above dossiers/.' : ''
    throw new VerbRefusedError(`${dir} holds no content: there is neither sources.yaml nor dossiers/ in it.${one}`)
  }
  const read = await readContent(dir)
  if (!read.ok) throw new VerbRefusedError(read.problems.map(problemLine).join('\n'))
  return read.content
}
