import { join } from 'node:path'
import { plainLanguage } from '@/lib/addresses/names'
import { fieldName, type Report, translated } from '@/lib/model'
import { type FileProblem, parseYaml, splitFrontMatter, type YamlFile } from './document'
import { entriesIn, type FileText, textOf } from './files'
import { type FileFindings, isFields, type RecordPlace, take, withoutBlanks } from './records'
import { signOf } from './summary'

/** A process may not hold as many files open as a dossier has reports. */
const mostOpen = 64

/** The sound reports of a folder with a file for each, and one for each translation, by id. */
export async function readReports(dir: string, shown: string, findings: FileFindings): Promise<Report[]> {
  const entries = await entriesIn(dir)
  const named = entries.flatMap(({ name, folder }) => (folder ? [] : (nameOf(name) ?? [])))
  const ids = named.flatMap(({ id, language }) => (language === null ? [id] : [])).sort()
  findings.problems.push(...strangers(named, new Set(ids), shown))
  const languages = new Map<string, string[]>()
  for (const { id, language } of named)
    if (language !== null) languages.set(id, [...(languages.get(id) ?? []), language])
  const reports: Report[] = []
  const read = async (name: string) => fileOf(join(shown, name), await textOf(join(dir, name)), findings)
  for (let at = 0; at < ids.length; at += mostOpen) {
    const files = ids.slice(at, at + mostOpen).map(async (id) => ({
      id,
      own: await read(`${id}.md`),
      others: await Promise.all(
        translated
          .filter((language) => languages.get(id)?.includes(language))
          .map(async (language) => ({ language, file: await read(`${id}.${language}.md`) })),
      ),
    }))
    for (const { id, own, others } of await Promise.all(files)) {
      const sound = others.flatMap(({ language, file }) => (file ? { language, file } : []))
      const report = own && takeReport(id, own, sound, findings)
      if (report) reports.push(report)
    }
  }
  return reports
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

/** A Markdown file taken apart. */
interface MarkdownFile {
  file: string
  yaml: YamlFile
  matter: unknown
  body: string
}

/** Null, and the problems told, when it is no Markdown with front matter. */
function fileOf(file: string, text: FileText | null, { problems }: FileFindings): MarkdownFile | null {
  const split = text?.ok ? splitFrontMatter(text.text) : null
  if (!split) {
    const message = text && !text.ok ? text.message : 'must start with YAML front matter between two lines of ---'
    problems.push({ file, line: 1, field: '', message })
    return null
  }
  const yaml = parseYaml(file, split.matter, { firstLine: 2 })
  problems.push(...yaml.problems)
  return yaml.problems.length > 0 ? null : { file, yaml, matter: withoutBlanks(yaml.data), body: split.body.trim() }
}

interface TranslationFile {
  language: string
  file: MarkdownFile
}

function takeReport(id: string, own: MarkdownFile, others: TranslationFile[], findings: FileFindings): Report | null {
  const { file, yaml, matter, body } = own
  const problem = (field: string, message: string) =>
    findings.problems.push({ file, ...yaml.placeOf([field]), field, message })
  if (isFields(matter) && 'summary' in matter && body !== '')
    problem('summary', 'stands in the front matter and below it: keep the one below')
  if (isFields(matter) && 'translations' in matter)
    problem('translations', `stand in files of their own: ${translated.map((one) => `${id}.${one}.md`).join(', ')}`)
  const texts = others.map((other) => [other.language, translationIn(other, body, findings)])
  const data = {
    ...(body === '' ? {} : { summary: body }),
    ...(texts.length === 0 ? {} : { translations: Object.fromEntries(texts) }),
  }
  const report = take('report', isFields(matter) ? { ...matter, ...data } : matter, placeIn(own, others), findings)
  if (report && report.id !== id) problem('id', `is “${report.id}”: a report's id is the name of its file`)
  return report
}

function translationIn(
  { file: { file, yaml, matter, body } }: TranslationFile,
  text: string,
  { problems }: FileFindings,
) {
  const fields = isFields(matter) ? matter : {}
  if (fields.of === undefined)
    problems.push({
      file,
      line: 1,
      field: 'of',
      message: `is missing; of the summary as it stands it is ${signOf(text)}`,
    })
  if ('summary' in fields)
    problems.push({
      file,
      ...yaml.placeOf(['summary']),
      field: 'summary',
      message: 'stands in the front matter: put it below',
    })
  return { of: signOf(text), ...fields, summary: body }
}

const placeIn =
  ({ file, yaml }: MarkdownFile, others: TranslationFile[]): RecordPlace =>
  (path, atName) => {
    const other = path[0] === 'translations' && others.find(({ language }) => language === path[1])?.file
    if (!other) return { file, ...yaml.placeOf(path, atName), field: fieldName(path) }
    const inner = path.slice(2)
    return { file: other.file, ...other.yaml.placeOf(inner, atName), field: fieldName(inner) }
  }
