import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { plainLanguage } from '@/lib/addresses/names'
import { type Report, translated } from '@/lib/model'
import { withThreads } from '@/lib/threads/threads'
import type { FileProblem } from './document'
import { entriesIn } from './files'
import { type FileFindings, placeKey } from './records'
import { placeInFiles, type ReportFiles, readReportFiles } from './report-files'

/** So many reports are read in one turn, and so many in one job of a thread; fewer than `worthThreads` are read without any. */
const [inOneTurn, inOneJob, worthThreads] = [20, 250, 2000]

/**
 * The sound reports of a folder with a file for each, and one for each translation, by id. Many are read on threads of their own; others
 * have a turn in between.
 */
export async function readReports(dir: string, shown: string, findings: FileFindings): Promise<Report[]> {
  const entries = await entriesIn(dir)
  const named = entries.flatMap(({ name, folder }) => (folder ? [] : (nameOf(name) ?? [])))
  const ids = named.flatMap(({ id, language }) => (language === null ? [id] : [])).sort()
  findings.problems.push(...strangers(named, new Set(ids), shown))
  const languages = new Map<string, string[]>()
  for (const { id, language } of named)
    if (language !== null) languages.set(id, [...(languages.get(id) ?? []), language])
  const files = ids.map((id) => ({
    id,
    languages: translated.filter((language) => languages.get(id)?.includes(language)),
  }))
  const reports: Report[] = []
  for (const read of await readAll({ dir, shown, reports: files })) {
    for (const problem of read.problems) findings.problems.push(problem)
    for (const report of read.reports) reports.push(report)
  }
  const sound = new Set(reports.map(({ id }) => id))
  for (const names of files)
    if (sound.has(names.id)) findings.places.set(placeKey('report', names.id), placeInFiles({ dir, shown }, names))
  return reports
}

type Read = ReturnType<typeof readReportFiles>

async function readAll({ reports, ...folder }: ReportFiles): Promise<Read[]> {
  const parts = (size: number): ReportFiles[] =>
    Array.from({ length: Math.ceil(reports.length / size) }, (_, at) => ({
      ...folder,
      reports: reports.slice(at * size, (at + 1) * size),
    }))
  if (reports.length >= worthThreads)
    return withThreads((threads) =>
      Promise.all(parts(inOneJob).map((part) => threads.run<Read>('readReportFiles', part))),
    )
  const read: Read[] = []
  for (const part of parts(inOneTurn)) {
    read.push(readReportFiles(part))
    await breathe()
  }
  return read
}

/** What a file is by its name: `<id>.md`, or `<id>.<language>.md`; null for one of another ending. */
function nameOf(name: string): { id: string; language: string | null } | null {
  const [, id = '', language = null] = /^([^.]*)(?:\.(.*))?\.md$/.exec(name) ?? []
  return name.endsWith('.md') ? { id, language } : null
}

/** Translations that nobody reads: without their report, or in no language that there is. */
function strangers(named: { id: string; language: string | null }[], ids: Set<string>, shown: string): FileProblem[] {
  return named.flatMap(({ id, language }) => {
    if (language === null) return []
    const file = join(shown, `${id}.${language}.md`)
    const problem = (message: string): FileProblem[] => [{ file, line: 1, field: '', message }]
    if (language === plainLanguage)
      return problem(`is not read: the summary in this language stands in the report itself, ${id}.md`)
    if (!(translated as readonly string[]).includes(language))
      return problem(
        `is not read: a translation is called <id>.<language>.md, and its language is ${translated.join(' or ')}`,
      )
    return ids.has(id) ? [] : problem(`translates a report that there is not: there is no ${id}.md`)
  })
}
