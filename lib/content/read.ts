import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import {
  type DossierRecords,
  fieldName,
  type Path,
  type Problem,
  parseRecord,
  type RecordKind,
  type RecordOf,
  type Source,
  validateDossier,
  validateSources,
} from '@/lib/model'
import { type FileProblem, parseYaml, splitFrontMatter, type YamlFile } from './document'

/** Everything under `content/` that is data: publishers and dossiers. */
export interface ContentTree {
  sources: Source[]
  dossiers: DossierRecords[]
}

export type ReadContent = { ok: true; content: ContentTree } | { ok: false; problems: FileProblem[] }

/** Where a record came from, so that a problem found later still names file and line. */
type Places = Map<string, { file: string; lineOf(path: Path): number }>
const placeKey = (kind: RecordKind, id: string) => `${kind} ${id}`

/**
 * Reads a content folder (`sources.yaml`, `dossiers/<id>/`) and validates every record and every dossier as a whole.
 * Returns all records, or all problems with file, line and field; throws only when the folder itself cannot be read.
 */
export async function readContent(dir: string): Promise<ReadContent> {
  const problems: FileProblem[] = []
  const places: Places = new Map()
  const sources = await readList(dir, 'sources.yaml', 'source', places, problems)
  problems.push(...placed(validateSources(sources), places, 'sources.yaml'))
  const sourcesSound = problems.length === 0
  const dossiers: DossierRecords[] = []
  for (const id of await foldersIn(join(dir, 'dossiers'))) {
    const records = await readDossier(dir, id, sourcesSound ? sources : null, problems)
    if (records) dossiers.push(records)
  }
  if (problems.length > 0) return { ok: false, problems: problems.sort(byPlace) }
  return { ok: true, content: { sources, dossiers } }
}

/** Reads one dossier folder on its own, for asking without a database; publishers are then not checked. */
export async function readDossierFolder(
  dir: string,
): Promise<{ ok: true; records: DossierRecords } | { ok: false; problems: FileProblem[] }> {
  const problems: FileProblem[] = []
  const root = join(dir, '..', '..')
  const records = await readDossier(root, basename(join(dir, '.')), null, problems, dir)
  return records && problems.length === 0 ? { ok: true, records } : { ok: false, problems: problems.sort(byPlace) }
}

const byPlace = (a: FileProblem, b: FileProblem) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line)

async function readDossier(
  root: string,
  id: string,
  sources: Source[] | null,
  problems: FileProblem[],
  dir = join(root, 'dossiers', id),
): Promise<DossierRecords | null> {
  const before = problems.length
  const places: Places = new Map()
  const name = (file: string) => join('dossiers', id, file)
  const dossier = await readOne(dir, 'dossier.yaml', name('dossier.yaml'), 'dossier', places, problems)
  if (dossier && dossier.id !== id)
    problems.push({
      file: name('dossier.yaml'),
      line: places.get(placeKey('dossier', dossier.id))?.lineOf(['id']) ?? 1,
      field: 'id',
      message: `is “${dossier.id}” in the folder “${id}”: they must be the same`,
    })
  const rules = await readList(dir, 'rules.yaml', 'rule', places, problems, name('rules.yaml'))
  const changes = await readList(dir, 'changes.yaml', 'change', places, problems, name('changes.yaml'))
  const actors = await readList(dir, 'actors.yaml', 'actor', places, problems, name('actors.yaml'))
  const reports = await readReports(join(dir, 'reports'), name('reports'), places, problems)
  if (!dossier || problems.length > before) return null
  const records = { dossier, rules, changes, actors, reports }
  const known = sources ?? [...new Set(reports.flatMap(sourcesNamed))].map(stubSource)
  problems.push(...placed(validateDossier(records, known), places, name('')))
  return records
}

const sourcesNamed = (report: RecordOf['report']): string[] => [
  report.source,
  ...[...report.attribution, ...report.effects.flatMap((effect) => effect.attribution)].flatMap(
    (link) => link.source ?? [],
  ),
]
const stubSource = (id: string): Source => ({ id, name: id, kind: 'other' })

function placed(problems: Problem[], places: Places, fallback: string): FileProblem[] {
  return problems.map(({ kind, id, path, message }) => {
    const place = places.get(placeKey(kind, id))
    return { file: place?.file ?? fallback, line: place?.lineOf(path) ?? 1, field: fieldName(path), message }
  })
}

async function readOne<K extends RecordKind>(
  dir: string,
  file: string,
  shown: string,
  kind: K,
  places: Places,
  problems: FileProblem[],
): Promise<RecordOf[K] | null> {
  const text = await textOf(join(dir, file))
  if (text === null) {
    problems.push({ file: shown, line: 1, field: '', message: 'is missing' })
    return null
  }
  const yaml = parseYaml(shown, text)
  problems.push(...yaml.problems)
  return yaml.problems.length > 0 ? null : take(kind, yaml.data, shown, yaml, [], places, problems)
}

async function readList<K extends RecordKind>(
  dir: string,
  file: string,
  kind: K,
  places: Places,
  problems: FileProblem[],
  shown = file,
): Promise<RecordOf[K][]> {
  const text = await textOf(join(dir, file))
  if (text === null) return []
  const yaml = parseYaml(shown, text)
  problems.push(...yaml.problems)
  if (yaml.problems.length > 0 || yaml.data === null) return []
  if (!Array.isArray(yaml.data)) {
    problems.push({ file: shown, line: 1, field: '', message: `must be a list of ${kind}s` })
    return []
  }
  return yaml.data.flatMap((data, at) => take(kind, data, shown, yaml, [at], places, problems) ?? [])
}

async function readReports(
  dir: string,
  shown: string,
  places: Places,
  problems: FileProblem[],
): Promise<RecordOf['report'][]> {
  const files = (await namesIn(dir)).filter((file) => file.endsWith('.md')).sort()
  const texts = await Promise.all(files.map((file) => readFile(join(dir, file), 'utf8')))
  return files.flatMap((file, at) => {
    const path = join(shown, file)
    const split = splitFrontMatter(texts[at] ?? '')
    if (!split) {
      problems.push({
        file: path,
        line: 1,
        field: '',
        message: 'must start with YAML front matter between two lines of ---',
      })
      return []
    }
    const yaml = parseYaml(path, split.matter, 2)
    problems.push(...yaml.problems)
    if (yaml.problems.length > 0) return []
    const data = isFields(yaml.data) ? { ...yaml.data, summary: split.body.trim() } : yaml.data
    const report = take('report', data, path, yaml, [], places, problems)
    if (report && report.id !== file.slice(0, -3))
      problems.push({
        file: path,
        line: yaml.lineOf(['id']),
        field: 'id',
        message: `is “${report.id}”: a report's id is the name of its file`,
      })
    return report ?? []
  })
}

const isFields = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data)

function take<K extends RecordKind>(
  kind: K,
  data: unknown,
  file: string,
  yaml: YamlFile,
  prefix: Path,
  places: Places,
  problems: FileProblem[],
): RecordOf[K] | null {
  const lineOf = (path: Path) => yaml.lineOf([...prefix, ...path])
  const parsed = parseRecord(kind, data)
  if (!parsed.ok) {
    for (const { path, message } of parsed.problems)
      problems.push({ file, line: lineOf(path), field: fieldName(path), message })
    return null
  }
  places.set(placeKey(kind, parsed.record.id), { file, lineOf })
  return parsed.record
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function namesIn(dir: string): Promise<string[]> {
  try {
    return await readdir(dir)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

async function foldersIn(dir: string): Promise<string[]> {
  try {
    const entries = await readdir(dir, { withFileTypes: true })
    return entries.flatMap((entry) => (entry.isDirectory() && !entry.name.startsWith('.') ? entry.name : [])).sort()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
