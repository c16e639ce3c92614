import { basename, join } from 'node:path'
import {
  type DossierRecords,
  fieldName,
  type Path,
  type Problem,
  parseRecord,
  type RecordKind,
  type RecordOf,
  type Report,
  type Source,
  validateDossier,
  validateSources,
} from '@/lib/model'
import { type FileProblem, parseYaml, splitFrontMatter, type YamlFile } from './document'
import { entriesIn, type FileText, textOf } from './files'
import { inContent, inDossier, inDossiers, inReports, unreadIn } from './unread'

/** Everything under `content/` that is data: publishers and dossiers. */
export interface ContentTree {
  sources: Source[]
  dossiers: DossierRecords[]
}

export type ReadContent = { ok: true; content: ContentTree } | { ok: false; problems: FileProblem[] }

/** What has been found so far: problems, and where each record came from, so that one found later names file and line. */
interface Findings {
  problems: FileProblem[]
  places: Map<string, { file: string; lineOf(path: Path): number }>
}

const placeKey = (kind: RecordKind, id: string) => `${kind} ${id}`
const byPlace = (a: FileProblem, b: FileProblem) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line)

/**
 * Reads a content folder (`sources.yaml`, `dossiers/<id>/`) and validates every record and every dossier as a whole. A file
 * that is not read is a problem too: nothing is passed over in silence.
 * Returns all records, or all problems with file (below the folder), line and field; throws only when the folder itself
 * cannot be read.
 */
export async function readContent(dir: string): Promise<ReadContent> {
  const problems: FileProblem[] = []
  const findings: Findings = { problems, places: new Map() }
  const sources = await readList(join(dir, 'sources.yaml'), 'sources.yaml', 'source', findings)
  place(validateSources(sources), findings, 'sources.yaml')
  const sound = problems.length === 0 ? sources : null
  problems.push(...(await unreadIn(dir, '', inContent)))
  problems.push(...(await unreadIn(join(dir, 'dossiers'), 'dossiers', inDossiers)))
  const dossiers: DossierRecords[] = []
  for (const { name: id, folder } of await entriesIn(join(dir, 'dossiers'))) {
    if (!folder) continue
    const own: Findings = { problems, places: new Map() }
    const records = await readDossier(join(dir, 'dossiers', id), join('dossiers', id), sound, own)
    if (!records) continue
    dossiers.push(records)
    if (records.dossier.id === id) continue
    const message = `is “${records.dossier.id}” in the folder “${id}”: they must be the same`
    place([{ kind: 'dossier', id: records.dossier.id, path: ['id'], message }], own, '')
  }
  return problems.length > 0
    ? { ok: false, problems: problems.sort(byPlace) }
    : { ok: true, content: { sources, dossiers } }
}

/**
 * Reads one dossier folder of any name on its own, for asking without a database; publishers are then not checked. Problems
 * name files as the folder was named.
 */
export async function readDossierFolder(
  dir: string,
): Promise<{ ok: true; records: DossierRecords } | { ok: false; problems: FileProblem[] }> {
  const problems: FileProblem[] = []
  const records = await readDossier(dir, dir, null, { problems, places: new Map() })
  return records && problems.length === 0 ? { ok: true, records } : { ok: false, problems: problems.sort(byPlace) }
}

/** Null when some record is not sound in itself: what the whole shows could not be told from what follows from that. */
async function readDossier(
  dir: string,
  shown: string,
  sources: Source[] | null,
  findings: Findings,
): Promise<DossierRecords | null> {
  const before = findings.problems.length
  const list = <K extends RecordKind>(file: string, kind: K) =>
    readList(join(dir, file), join(shown, file), kind, findings)
  const dossier = await readOne(join(dir, 'dossier.yaml'), join(shown, 'dossier.yaml'), 'dossier', findings)
  const rules = await list('rules.yaml', 'rule')
  const changes = await list('changes.yaml', 'change')
  const actors = await list('actors.yaml', 'actor')
  const reports = await readReports(join(dir, 'reports'), join(shown, 'reports'), findings)
  const isSound = findings.problems.length === before
  findings.problems.push(...(await unreadIn(dir, shown, inDossier)))
  findings.problems.push(...(await unreadIn(join(dir, 'reports'), join(shown, 'reports'), inReports)))
  if (!dossier || !isSound) return null
  const records = { dossier, rules, changes, actors, reports }
  const publishers = sources ?? [...new Set(reports.flatMap(sourcesNamed))].map(stubSource)
  place(validateDossier(records, publishers), findings, shown)
  return records
}

const sourcesNamed = (report: Report): string[] => [
  report.source,
  ...[...report.attribution, ...report.effects.flatMap((effect) => effect.attribution)].flatMap(
    (link) => link.source ?? [],
  ),
]
const stubSource = (id: string): Source => ({ id, name: id, kind: 'other' })

/** Adds problems of records to the findings, each with the file and line of its record. */
function place(found: readonly Problem[], { problems, places }: Findings, fallback: string): void {
  for (const { kind, id, path, message } of found) {
    const origin = places.get(placeKey(kind, id))
    problems.push({ file: origin?.file ?? fallback, line: origin?.lineOf(path) ?? 1, field: fieldName(path), message })
  }
}

/** What a YAML file holds; undefined, and the problems told, when it cannot be read or parsed. */
function parse(file: string, text: FileText, { problems }: Findings): YamlFile | undefined {
  if (!text.ok) {
    problems.push({ file, line: 1, field: '', message: text.message })
    return undefined
  }
  const yaml = parseYaml(file, text.text)
  for (const problem of yaml.problems) problems.push(problem)
  return yaml.problems.length > 0 ? undefined : yaml
}

async function readOne<K extends RecordKind>(
  path: string,
  file: string,
  kind: K,
  findings: Findings,
): Promise<RecordOf[K] | null> {
  const text = (await textOf(path)) ?? (await misnamed(path)) ?? { ok: false, message: 'is missing' }
  const yaml = parse(file, text, findings)
  return yaml ? take(kind, yaml.data, file, yaml.lineOf, findings) : null
}

async function readList<K extends RecordKind>(
  path: string,
  file: string,
  kind: K,
  findings: Findings,
): Promise<RecordOf[K][]> {
  const text = (await textOf(path)) ?? (await misnamed(path))
  const yaml = text && parse(file, text, findings)
  if (!yaml || yaml.data === null) return []
  if (!Array.isArray(yaml.data)) {
    findings.problems.push({ file, line: 1, field: '', message: `must be a list of ${kind}s` })
    return []
  }
  return yaml.data.flatMap((data, at) => take(kind, data, file, (path) => yaml.lineOf([at, ...path]), findings) ?? [])
}

/** A file may be left out, but one that is there under another name must not be passed over in silence. */
async function misnamed(path: string): Promise<FileText | null> {
  const other = path.replace(/\.yaml$/, '.yml')
  return (await textOf(other)) && { ok: false, message: `is missing, but there is ${basename(other)}: rename it` }
}

/** A process may not hold as many files open as a dossier has reports. */
const mostOpen = 64

async function readReports(dir: string, shown: string, findings: Findings): Promise<Report[]> {
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

function takeReport(id: string, file: string, text: FileText | null, findings: Findings): Report | null {
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
  const report = take('report', data, file, yaml.lineOf, findings)
  if (report && report.id !== id)
    problem(yaml.lineOf(['id']), 'id', `is “${report.id}”: a report's id is the name of its file`)
  return report
}

const isFields = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data)

function take<K extends RecordKind>(
  kind: K,
  data: unknown,
  file: string,
  lineOf: (path: Path) => number,
  { problems, places }: Findings,
): RecordOf[K] | null {
  const parsed = parseRecord(kind, withoutBlanks(data))
  if (!parsed.ok) {
    for (const { path, message } of parsed.problems)
      problems.push({ file, line: lineOf(path), field: fieldName(path), message })
    return null
  }
  places.set(placeKey(kind, parsed.record.id), { file, lineOf })
  return parsed.record
}

/** A field with nothing after its colon is a field left out. */
function withoutBlanks(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutBlanks)
  if (!isFields(data)) return data
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => (value === null ? [] : [[key, withoutBlanks(value)]])),
  )
}
