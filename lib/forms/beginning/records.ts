import { japanese, plainLanguage } from '@/lib/addresses/names'
import {
  addressWords,
  type DossierRecords,
  type Problem,
  parseRecord,
  type RecordKind,
  type Site,
  type Source,
  siteId,
  unknown,
  validateDossier,
} from '@/lib/model'
import { slugOf } from '@/lib/words/slug'
import { type AnswerName, type Answers, answered } from './answers'
import { atField, firstOfEach } from './at-field'
import { type AnswerProblem, dimensionNamed, dimensionsIn, type TypedDimension, type TypedValue } from './dimensions'
import { type BegunRecord, missingOf, plain, reportIdOf, toldRecords } from './told'

/** What the answers cannot say themselves. */
export interface BeginningPlace {
  /** The ids that the dossier and its publisher get. */
  dossier: string
  source: string
  /** Whether that publisher is public already. */
  hasSource: boolean
  /** What the tracker says of itself as long as nobody has said it here; null: its name is not asked for. */
  unnamed: Site | null
}

/** The records that the answers make so far, one of each kind, in the order in which they name each other. */
export interface Begun {
  dimensions: TypedDimension[]
  records: BegunRecord[]
  /** What keeps them from being published, by field. */
  problems: AnswerProblem[]
}

/** Makes records of the answers. A text is in the one language that the answers are in. */
export function recordsOf(answers: Answers, { dossier, source, hasSource, unnamed }: BeginningPlace): Begun {
  const { dimensions, problems } = dimensionsIn(answers, [...addressWords, 'constructor'])
  const said = (name: AnswerName) => answered(answers, name)
  const language = said('language') || plainLanguage
  const text = (name: AnswerName) => (said(name) === '' ? undefined : { [language]: said(name) })
  const question = questionOf(said('question'), dimensions, language)
  if (question.unknown !== null)
    problems.push({
      name: 'question',
      message: unknown(
        'dimension',
        question.unknown,
        dimensions.map((one) => one.name),
      ),
    })
  problems.push(...missingOf(answers, ['title', 'question']))
  const scope = scopeOf(answers, dimensions)
  const told = toldRecords(answers, {
    scope,
    ids: {
      actor: slugOf(said('actor.name')) || 'actor-1',
      rule: slugOf(said('rule.title')) || 'rule-1',
      report: reportIdOf(answers, source),
      source,
    },
    isKnown: { actor: false, source: hasSource },
  })
  problems.push(...told.problems)
  const records: BegunRecord[] = [
    {
      kind: 'dossier',
      id: dossier,
      data: plain({
        id: dossier,
        title: text('title'),
        timeZone: said('zone') || 'UTC',
        question: question.template === '' ? undefined : { [language]: question.template },
        asks: question.isWhole ? text('question') : undefined,
        default: said('default') || undefined,
        matrix: dimensions.length > 1 ? { rows: dimensions[0]?.id, columns: dimensions[1]?.id } : undefined,
        featured: featuredOf(dimensions, scope),
        dimensions: dimensions.map((one) => ({
          id: one.id,
          name: { [language]: one.name },
          values: one.values.map((value) => valueIn(value, language)),
        })),
      }),
    },
    ...told.records,
  ]
  const site = unnamed && siteIn(answers, unnamed, language)
  if (site) records.push({ kind: 'site', id: siteId, data: site })
  const faults = records.flatMap(({ kind, id, data }) => {
    const parsed = parseRecord(kind, data)
    return parsed.ok ? [] : parsed.problems.map((problem) => ({ ...problem, id }))
  })
  const placed = faults.map((fault) => atDimension(fault, dimensions) ?? atField(fault))
  return { dimensions, records, problems: firstOfEach([...problems, ...placed]) }
}

/**
 * What the tracker says of itself once it has a name: in the language of the answers alone, which are all that there is to read; other
 * languages are added in its form. Null while it has no name.
 */
function siteIn(answers: Answers, unnamed: Site, language: string): Record<string, unknown> | null {
  const said = (name: AnswerName) => answered(answers, name)
  if (said('site.name') === '') return null
  const name = { [language]: said('site.name') }
  const line = said('site.line') === '' ? name : { [language]: said('site.line') }
  return { ...unnamed, name, line, languages: [language], zone: said('zone') || 'UTC' }
}

const valueIn = ({ id, name, values }: TypedValue, language: string): Record<string, unknown> => ({
  id,
  name: { [language]: name },
  ...(values.length > 0 ? { values: values.map((one) => valueIn(one, language)) } : {}),
})

const blanks = /\{([^{}]*)\}/g

/**
 * The sentence with the ids of dimensions in its blanks. A dimension that it leaves out stands behind it in brackets, once it is
 * chosen: without it two questions would read alike.
 */
function questionOf(sentence: string, dimensions: readonly TypedDimension[], language: string) {
  let missing: string | null = null
  const named = new Set<string>()
  const template = sentence.replace(blanks, (whole, name: string) => {
    const found = dimensionNamed(dimensions, name)
    if (!found) missing ??= name.trim()
    else named.add(found.id)
    return found ? `{${found.id}}` : whole
  })
  const left = dimensions.filter(({ id }) => !named.has(id))
  const behind = left.map(({ id }) => (language === japanese ? `[（{${id}}）]` : `[ ({${id}})]`)).join('')
  return {
    template: sentence === '' ? '' : `${template}${behind}`,
    isWhole: sentence !== '' && named.size === 0,
    unknown: missing as string | null,
  }
}

const walk = (values: readonly TypedValue[]): TypedValue[] => values.flatMap((one) => [one, ...walk(one.values)])

/** The values that are ticked, as far as they are still there. */
function scopeOf(answers: Answers, dimensions: readonly TypedDimension[]): Record<string, string[]> {
  const picked = dimensions.map(({ id, place, values }): [string, string[]] => {
    const there = new Set(walk(values).map((one) => one.id))
    return [id, (answers[`rule.scope.${place}`] ?? '').split(/\s+/).filter((value) => there.has(value))]
  })
  return Object.fromEntries(picked.filter(([, values]) => values.length > 0))
}

/** The case that the front page shows: the first one that the rule is about. */
function featuredOf(dimensions: readonly TypedDimension[], scope: Record<string, string[]>) {
  const picked = dimensions.slice(0, 2).flatMap(({ id, values }) => {
    const value = scope[id]?.[0] ?? values[0]?.id
    return value === undefined ? [] : [[id, value]]
  })
  return picked.length === 2 ? [Object.fromEntries(picked)] : undefined
}

/** A fault of a dimension, which was typed at its place. */
function atDimension(
  { kind, path: [field, at, part], message }: Problem,
  dimensions: readonly TypedDimension[],
): AnswerProblem | null {
  if (kind !== 'dossier' || field !== 'dimensions') return null
  return {
    name: `dimension.${dimensions[Number(at)]?.place ?? 0}.${part === 'values' ? 'values' : 'name'}`,
    message,
  }
}

/**
 * The dossier as far as it can be drawn already: what is not told yet is left out, or has a mark in its place. Null before there are
 * two dimensions to cross.
 */
export function soundRecords({ dimensions, records }: Begun): { records: DossierRecords; sources: Source[] } | null {
  if (dimensions.filter(({ values }) => values.length > 0).length < 2) return null
  const parsed = records.flatMap(({ kind, data }) => {
    if (kind === 'site') return []
    const filled = kind === 'source' ? { name: '…', ...data } : { title: '…', ...data }
    const given = kind === 'actor' || kind === 'report' ? data : filled
    const withZone = kind === 'dossier' ? parseRecord(kind, given) : null
    const result =
      withZone && !withZone.ok ? parseRecord(kind, without(given, withZone.problems)) : parseRecord(kind, given)
    return result.ok ? [{ kind, record: result.record }] : []
  })
  const find = (kind: RecordKind) => parsed.flatMap((one) => (one.kind === kind ? [one.record as never] : []))
  const [dossier] = find('dossier')
  if (!dossier) return null
  const all: DossierRecords = {
    dossier,
    rules: find('rule'),
    changes: find('change'),
    actors: find('actor'),
    reports: find('report'),
  }
  const sources: Source[] = find('source')
  const whole = [all, { ...all, reports: [] }, { ...all, reports: [], changes: [], rules: [], actors: [] }]
  const sound = whole.find((one) => {
    const named = one.reports.map((report) => ({ id: report.source, name: report.source, kind: 'other' as const }))
    return validateDossier(one, named).length === 0
  })
  return sound ? { records: sound, sources } : null
}

/** A dossier without the fields that are wrong, its zone aside, which it must have. */
function without(data: Record<string, unknown>, problems: readonly Problem[]): Record<string, unknown> {
  const wrong = new Set(problems.map(({ path: [field] }) => field))
  const left = Object.fromEntries(Object.entries(data).filter(([field]) => !wrong.has(field)))
  return { title: '…', timeZone: 'UTC', ...left }
}
