import { join } from 'node:path'
import { fieldName, type Report, translated } from '@/lib/model'
import { type FileProblem, parseYaml, splitFrontMatter, type YamlFile } from './document'
import { type FileText, textNow } from './files'
import { type FileFindings, isFields, type RecordPlace, take, withoutBlanks } from './records'
import { signOf } from './summary'

/** Reports of a folder by their files: `<id>.md`, and `<id>.<language>.md` for each language. `shown` is the folder as problems name it. */
export interface ReportFiles {
  dir: string
  shown: string
  reports: readonly { id: string; languages: readonly string[] }[]
}

/** The sound ones of some reports in their order, and what is wrong with the others. To be done on a thread where they are many. */
export function readReportFiles({ dir, shown, reports }: ReportFiles): { reports: Report[]; problems: FileProblem[] } {
  const findings: FileFindings = { problems: [], places: new Map() }
  const sound = reports.flatMap(({ id, languages }) => {
    const { own, others } = filesOf({ dir, shown }, { id, languages }, findings)
    return (own && takeReport(id, own, others, findings)) ?? []
  })
  return { reports: sound, problems: findings.problems }
}

/** Where the fields of a report stand. Few are asked for: its files are read again then, and nothing of them is kept before. */
export const placeInFiles =
  (folder: Pick<ReportFiles, 'dir' | 'shown'>, names: ReportFiles['reports'][number]): RecordPlace =>
  (path, atName) => {
    const { own, others } = filesOf(folder, names, { problems: [], places: new Map() })
    const nowhere = { file: join(folder.shown, `${names.id}.md`), line: 1, field: fieldName(path) }
    return own ? placeIn(own, others)(path, atName) : nowhere
  }

function filesOf(
  { dir, shown }: Pick<ReportFiles, 'dir' | 'shown'>,
  { id, languages }: ReportFiles['reports'][number],
  findings: FileFindings,
): { own: MarkdownFile | null; others: TranslationFile[] } {
  const read = (name: string) => fileOf(join(shown, name), textNow(join(dir, name)), findings)
  const own = read(`${id}.md`)
  const others = languages.flatMap((language) => {
    const file = read(`${id}.${language}.md`)
    return file ? { language, file } : []
  })
  return { own, others }
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
