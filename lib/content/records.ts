import { basename } from 'node:path'
import { fieldName, type Path, type Problem, parseRecord, type RecordKind, type RecordOf } from '@/lib/model'
import { type FileProblem, parseYaml, type YamlFile } from './document'
import { type FileText, textOf } from './files'

/** What has been found so far: problems, and where each record came from, so that one found later names file and line. */
export interface FileFindings {
  problems: FileProblem[]
  /** By kind and id. */
  places: Map<string, RecordPlace>
}

/** Where each field of a record stands; most stand in one file, and a translation in one of its own. */
export type RecordPlace = (path: Path, atName?: boolean) => Omit<FileProblem, 'message'>

export const placeKey = (kind: RecordKind, id: string) => `${kind} ${id}`

/** Problems of records, each with the file and line of its record. `fallback` is the file of what has none. */
export function placed(found: readonly Problem[], { places }: FileFindings, fallback: string): FileProblem[] {
  return found.map(({ kind, id, path, message }) => ({
    ...(places.get(placeKey(kind, id))?.(path) ?? { file: fallback, line: 1, field: fieldName(path) }),
    message,
  }))
}

/** What a YAML file holds; undefined, and the problems told, when it cannot be read or parsed. */
export function parseFile(file: string, text: FileText, { problems }: FileFindings): YamlFile | undefined {
  if (!text.ok) {
    problems.push({ file, line: 1, field: '', message: text.message })
    return undefined
  }
  const yaml = parseYaml(file, text.text)
  for (const problem of yaml.problems) problems.push(problem)
  return yaml.problems.length > 0 ? undefined : yaml
}

const placeIn =
  (file: string, { placeOf }: YamlFile, ...above: Path): RecordPlace =>
  (path, atName) => ({ file, ...placeOf([...above, ...path], atName), field: fieldName(path) })

/** The one record of a file, which has to be there; null, and the problems told, when it is not sound. */
export async function readOne<K extends RecordKind>(
  path: string,
  file: string,
  kind: K,
  findings: FileFindings,
): Promise<RecordOf[K] | null> {
  const text = (await textOf(path)) ?? (await misnamed(path)) ?? { ok: false, message: 'is missing' }
  const yaml = parseFile(file, text, findings)
  return yaml ? take(kind, yaml.data, placeIn(file, yaml), findings) : null
}

/** The sound records of a file with a list of them; none when there is no such file. */
export async function readList<K extends RecordKind>(
  path: string,
  file: string,
  kind: K,
  findings: FileFindings,
): Promise<RecordOf[K][]> {
  const text = (await textOf(path)) ?? (await misnamed(path))
  const yaml = text && parseFile(file, text, findings)
  if (!yaml || yaml.data === null) return []
  if (!Array.isArray(yaml.data)) {
    findings.problems.push({ file, line: 1, field: '', message: `must be a list of ${kind}s` })
    return []
  }
  return yaml.data.flatMap((data, at) => take(kind, data, placeIn(file, yaml, at), findings) ?? [])
}

/** A file may be left out, but one that is there under another name must not be passed over in silence. */
async function misnamed(path: string): Promise<FileText | null> {
  const other = path.replace(/\.yaml$/, '.yml')
  return (await textOf(other)) && { ok: false, message: `is missing, but there is ${basename(other)}: rename it` }
}

/** One record out of what stands at a place; null, and the problems told, when it is not sound. */
export function take<K extends RecordKind>(
  kind: K,
  data: unknown,
  place: RecordPlace,
  findings: FileFindings,
): RecordOf[K] | null {
  const parsed = parseRecord(kind, withoutBlanks(data))
  if (!parsed.ok) {
    for (const { path, message } of parsed.problems)
      findings.problems.push({ ...place(path, message.startsWith('is not a field')), message })
    return null
  }
  findings.places.set(placeKey(kind, parsed.record.id), place)
  return parsed.record
}

export const isFields = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data)

/** A field with nothing after its colon is a field left out. */
export function withoutBlanks(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutBlanks)
  if (!isFields(data)) return data
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => (value === null ? [] : [[key, withoutBlanks(value)]])),
  )
}
