import { join } from 'node:path'
import type { Report } from '@/lib/model'
import { parseYaml, splitFrontMatter } from './document'
import { entriesIn, type FileText, textOf } from './files'
import { type FileFindings, isFields, take, withoutBlanks } from './records'

/** A process may not hold as many files open as a dossier has reports. */
const mostOpen = 64

/** The sound reports of a folder with a file for each, by id. */
export async function readReports(dir: string, shown: string, findings: FileFindings): Promise<Report[]> {
  const files = (await entriesIn(dir)).filter(({ name, folder }) => !folder && name.endsWith('.md'))
  const ids = files.map(({ name }) => name.slice(0, -3)).sort()
  const reports: Report[] = []
  for (let at = 0; at < ids.length; at += mostOpen) {
    const some = ids.slice(at, at + mostOpen)
    const texts = await Promise.all(some.map((id) => textOf(join(dir, `${id}.md`))))
    some.forEach((id, index) => {
      const report = takeReport(id, join(shown, `${id}.md`), texts[index] ?? null, findings)
      if (report) reports.push(report)
    })
  }
  return reports
}

function takeReport(id: string, file: string, text: FileText | null, findings: FileFindings): Report | null {
  const split = text?.ok ? splitFrontMatter(text.text) : null
  const problem = (line: number, field: string, message: string) =>
    findings.problems.push({ file, line, field, message })
  if (!split) {
    problem(1, '', text && !text.ok ? text.message : 'must start with YAML front matter between two lines of ---')
    return null
  }
  const yaml = parseYaml(file, split.matter, { firstLine: 2 })
  for (const one of yaml.problems) findings.problems.push(one)
  if (yaml.problems.length > 0) return null
  const matter = withoutBlanks(yaml.data)
  const body = split.body.trim()
  if (isFields(matter) && 'summary' in matter && body !== '')
    problem(yaml.lineOf(['summary']), 'summary', 'stands in the front matter and below it: keep the one below')
  const data = isFields(matter) && body !== '' ? { ...matter, summary: body } : matter
  const report = take('report', data, { file, lineOf: yaml.lineOf }, findings)
  if (report && report.id !== id)
    problem(yaml.lineOf(['id']), 'id', `is “${report.id}”: a report's id is the name of its file`)
  return report
}
