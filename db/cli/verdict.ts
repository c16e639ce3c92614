import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { verdictForm } from '@/lib/api/verdict'
import { dossierFolders, readDossierFolder } from '@/lib/content'
import {
  type DossierRecords,
  dateSchema,
  dayOfInstant,
  fieldName,
  fieldProblems,
  firstDay,
  reservedMessage,
  reservedName,
  type Source,
} from '@/lib/model'
import { answerTo, type Compiled, compileDossier, momentAt, TooManyCasesError, UnknownCaseError } from '@/lib/policy'
import { requireFolder } from './content'
import { linesOf } from './lines'
import { sayProblems } from './say-problems'
import { readArgs, UsageError, type Verb, VerbRefusedError } from './verb'

/** Nobody else waits for the command line. */
const mostCases = 100_000

export const verdictVerb: Verb = {
  usage: 'verdict DOSSIER [--dossier ID]',
  summary: `answer cases: JSON Lines {"case": {…}, "on", "known"} in, verdicts out; DOSSIER is an id, the folder of one, or a
      content folder, with --dossier ID where it holds several`,
  async run(args, { out, stdin, now }) {
    const { positionals, values } = readArgs(args, ['DOSSIER'], { dossier: { type: 'string' } })
    const [name = ''] = positionals
    const { records, sources, edition } = await findRecords(name, values.dossier)
    const compiled = compileDossier(records, sources)
    const today = dayOfInstant(now(), records.dossier.timeZone)
    let number = 0
    let failed = false
    for await (const line of linesOf(stdin)) {
      number++
      if (line.trim() === '') continue
      const answer = answerLine(compiled, line, today, edition)
      if ('error' in answer) failed = true
      out(JSON.stringify('error' in answer ? { error: { line: number, ...answer.error } } : answer))
    }
    return failed ? 1 : 0
  },
}

/** A folder needs no database, and an id no folder: whatever looks like a path is one. */
async function findRecords(
  name: string,
  id: string | undefined,
): Promise<{ records: DossierRecords; sources: Source[]; edition: number | null }> {
  if (/[/\\.]/.test(name) || isFolder(name)) {
    requireFolder(name)
    const read = await readDossierFolder(await folderOf(name, id))
    if (!read.ok) throw new VerbRefusedError(sayProblems(read.problems, { dir: '' }))
    return { records: read.records, sources: read.sources, edition: null }
  }
  if (id !== undefined) throw new UsageError(`--dossier belongs to a content folder, and “${name}” is no folder`)
  const { publishedRecords } = await import('./published')
  return publishedRecords(name)
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/** The folder of the dossier asked about: the one named, or one of those in a content folder. */
async function folderOf(dir: string, id: string | undefined): Promise<string> {
  const isContent = !existsSync(join(dir, 'dossier.yaml')) && isFolder(join(dir, 'dossiers'))
  if (!isContent && id === undefined) return dir
  if (!isContent) throw new UsageError(`--dossier belongs to a content folder, and ${dir} is none: leave it out`)
  const ids = await dossierFolders(dir)
  if (ids.length === 0) throw new VerbRefusedError(`${dir} holds no dossier.`)
  if (id !== undefined && !ids.includes(id))
    throw new VerbRefusedError(`${dir} holds no dossier “${id}”: it holds ${ids.join(', ')}.`)
  const [only = '', ...others] = ids
  if (id === undefined && others.length > 0)
    throw new UsageError(`${dir} holds several dossiers, say which with --dossier: ${ids.join(', ')}`)
  return join(dir, 'dossiers', id ?? only)
}

/** An id such as `2014` is a number to whoever wrote the line. */
const valueSchema = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string())

const asked = z.strictObject({
  case: z.record(z.string(), valueSchema),
  on: dateSchema.nullish(),
  known: dateSchema.nullish(),
})

interface Failure {
  error: { field: string; message: string }
}

function answerLine(compiled: Compiled, line: string, today: string, edition: number | null): Failure | object {
  let data: unknown
  try {
    data = JSON.parse(line)
  } catch {
    return failure('', 'is not JSON')
  }
  const reserved = reservedName(data)
  if (reserved) return failure(fieldName(reserved), reservedMessage)
  const parsed = asked.safeParse(data)
  if (!parsed.success) {
    const [problem] = fieldProblems(parsed.error, data)
    return failure(fieldName(problem?.path ?? []), problem?.message ?? 'is not a case')
  }
  const { case: question, on, known } = parsed.data
  const moment = momentAt(compiled, { on: on ? firstDay(on) : today, ...(known ? { known: firstDay(known) } : {}) })
  try {
    return verdictForm(moment, question, answerTo(moment, question, mostCases), { edition, most: Infinity })
  } catch (error) {
    if (error instanceof UnknownCaseError) return failure(`case.${error.field}`, error.message)
    if (error instanceof TooManyCasesError) return failure('case', error.message)
    throw error
  }
}

const failure = (field: string, message: string): Failure => ({ error: { field, message } })
