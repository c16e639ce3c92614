import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FileProblem, sayPlace } from '@/lib/content'

/** Columns of a line that are shown around what is wrong, and lines that one file may take. */
const [widest, mostRead] = [100, 200_000]
/** So many problems are shown: who has more mends what they have in common first. */
const mostShown = 500

/**
 * Problems as a compiler tells them: `file:line:column: field message`, below it the line with a mark under the place, and at the end
 * how many there are. Editors and terminals can jump to each. `dir`: below which their files are named; '' where they are whole paths.
 * `count`: how many there are, where these are not all.
 */
export function sayProblems(
  problems: readonly FileProblem[],
  { dir, areWarnings = false, count = problems.length }: { dir: string; areWarnings?: boolean; count?: number },
): string {
  const texts = new Map<string, string[]>()
  const linesOf = (file: string): string[] => {
    const known = texts.get(file) ?? readLines(join(dir, file))
    texts.set(file, known)
    return known
  }
  const shown = problems.slice(0, mostShown).flatMap((problem) => {
    const excerpt = excerptOf(linesOf(problem.file)[problem.line - 1], problem)
    return [lineOf(problem, areWarnings), ...excerpt]
  })
  const more = count - mostShown
  if (more > 0) shown.push(`… and ${more} more ${areWarnings ? 'warnings' : 'errors'}.`)
  return areWarnings ? shown.join('\n') : [...shown, sumOf(problems)].join('\n')
}

function lineOf({ field, message, ...place }: FileProblem, isWarning: boolean): string {
  return `${sayPlace(place)}: ${isWarning ? 'warning: ' : ''}${field === '' ? '' : `${field} `}${message}`
}

function sumOf(problems: readonly FileProblem[]): string {
  const files = new Set(problems.map(({ file }) => file)).size
  const count = problems.length === 1 ? '1 error' : `${problems.length} errors`
  return `${count} in ${files === 1 ? '1 file' : `${files} files`}. The form of the files is told at /en/data/file-form.`
}

function readLines(path: string): string[] {
  try {
    const text = readFileSync(path, 'utf8')
    return text.length > mostRead ? [] : text.split(/\r?\n/)
  } catch {
    return []
  }
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (wide.test(sign) ? 2 : 1), 0)

/** The line, cut around the place where it is long, and below it a mark; nothing where there is no such line. */
function excerptOf(text: string | undefined, { line, column }: FileProblem): string[] {
  if (text === undefined || text.trim() === '' || column === undefined) return []
  const start = Math.max(0, Math.min(column - 1 - widest / 2, text.length - widest))
  const cut = text.slice(start, start + widest)
  const before = cut.slice(0, column - 1 - start)
  const [head, tail] = [start > 0 ? '…' : '', start + widest < text.length ? '…' : '']
  const margin = ' '.repeat(String(line).length)
  // A control character must not move the cursor, and what follows it must stay in its column.
  const plain = (part: string) => part.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
  return [
    `  ${line} | ${head}${plain(cut).trimEnd()}${tail}`,
    `  ${margin} | ${' '.repeat(widthOf(head + plain(before)))}^`,
  ]
}
