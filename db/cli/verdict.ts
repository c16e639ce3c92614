import { statSync } from 'node:fs'
import { z } from 'zod'
import { verdictForm } from '@/lib/api/verdict'
import { readDossierFolder } from '@/lib/content'
import {
  type DossierRecords,
  dateSchema,
  dayOfInstant,
  fieldName,
  fieldProblems,
  firstDay,
  reservedMessage,
  reservedName,
} from '@/lib/model'
import { answerTo, type Compiled, compileDossier, momentAt, TooManyCasesError, UnknownCaseError } from '@/lib/policy'
import { problemLine, requireFolder } from './content'
import { linesOf } from './lines'
import { readArgs, type Verb, VerbRefusedError } from './verb'

/** Nobody else waits for the command line. */
const mostCases = 100_000

export const verdictVerb: Verb = {
  usage: 'verdict DOSSIER',
  summary: 'answer cases: JSON Lines {"case": {…}, "on", "known"} in, verdicts out; DOSSIER is an id or a folder',
  async run(args, { out, stdin, now }) {
    const [name = ''] = readArgs(args, ['DOSSIER'], {}).positionals
    const { records, edition } = await findRecords(name)
    const compiled = compileDossier(records)
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
async function findRecords(name: string): Promise<{ records: DossierRecords; edition: number | null }> {
  if (/[/\\.]/.test(name) || statSync(name, { throwIfNoEntry: false })?.isDirectory()) {
    requireFolder(name)
    const read = await readDossierFolder(name)
    if (!read.ok) throw new VerbRefusedError(read.problems.map(problemLine).join('\n'))
    return { records: read.records, edition: null }
  }
  const { publishedRecords } = await import('./published')
  return publishedRecords(name)
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
