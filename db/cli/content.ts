import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type ContentTree, readContent } from '@/lib/content'
import { sayProblems } from './say-problems'
import { UsageError, VerbRefusedError, type World } from './verb'

export function requireFolder(dir: string): void {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`${dir} is not a folder`)
}

/** How many warnings, in words: ` 3 warnings.`; nothing where there are none. */
export const countWarnings = (doubts: number): string =>
  doubts === 0 ? '' : ` ${doubts} ${doubts === 1 ? 'warning' : 'warnings'}.`

/**
 * The content of a folder when all of it is sound, with how much is doubtful about it, which is told on standard error; throws
 * `VerbRefusedError` that shows each problem where it stands.
 */
export async function checkedContent(
  dir: string,
  { err }: Pick<World, 'err'>,
): Promise<{ content: ContentTree; doubts: number }> {
  requireFolder(dir)
  if (!['sources.yaml', 'sources.yml', 'dossiers'].some((name) => existsSync(join(dir, name)))) {
    const one = existsSync(join(dir, 'dossier.yaml')) ? ' It is a single dossier: name the folder above dossiers/.' : ''
    throw new VerbRefusedError(`${dir} holds no content: there is neither sources.yaml nor dossiers/ in it.${one}`)
  }
  const read = await readContent(dir)
  if (!read.ok) throw new VerbRefusedError(sayProblems(read.problems, { dir }))
  const { content, warnings, doubts } = read
  if (doubts > 0) err(sayProblems(warnings, { dir, areWarnings: true, count: doubts }))
  return { content, doubts }
}
