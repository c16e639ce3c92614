import { japanese, plainLanguage } from '@/lib/addresses/names'
import { readDateField } from '@/lib/forms/date-field'
import {
  addressWords,
  type DossierRecords,
  type Problem,
  parseRecord,
  type RecordKind,
  type Source,
  unknown,
  validateDossier,
} from '@/lib/model'
import { reportId, slugOf } from '@/lib/words/slug'
import { type AnswerName, type Answers, answered } from './answers'
import { type AnswerProblem, dimensionNamed, dimensionsIn, type TypedDimension, type TypedValue } from './dimensions'

/** What the answers cannot say themselves. */
export interface BeginningPlace {
  /** The ids that the dossier and its publisher get. */
  dossier: string
  source: string
  /** Whether that publisher is public already. */
  hasSource: boolean
}

/** The records that the answers make so far, one of each kind, in the order in which they name each other. */
export interface Begun {
  dimensions: TypedDimension[]
  records: { kind: RecordKind; id: string; data: Record<string, unknown> }[]
  /** What keeps them from being published, by field. */
  problems: AnswerProblem[]
}

const needed: readonly AnswerName[] = [
  'title',
  'question',
  'actor.name',
  'rule.title',
  'rule.to',
  'source.name',
  'report.headline',
  'report.published',
  'report.stage',
]

/** Makes records of the answers. A text is in the one language that the answers are in. */
export function recordsOf(answers: Answers, { dossier, source, hasSource }: BeginningPlace): Begun {
  const { dimensions, problems } = dimensionsIn(answers, [...addressWords, 'constructor'])
  const said = (name: AnswerName) => answered(answers, name)
  const language = said('language') || plainLanguage
  const text = (name: AnswerName) => (said(name) === '' ? undefined : { [language]: said(name) })
  const date = (name: AnswerName) => (said(name) === '' ? undefined : readDateField(said(name)))
  const idOf = (name: AnswerName, fallback: string) => slugOf(said(name)) || fallback
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
  for (const name of needed) if (said(name) === '') problems.push({ name, message: 'is missing' })
  const scope = scopeOf(answers, dimensions)
  const actor = idOf('actor.name', 'actor-1')
  const rule = idOf('rule.title', 'rule-1')
  const report = reportId({ published: date('report.published') ?? '', source, headline: said('report.headline') })
  const quote = said('report.quote') === '' ? undefined : { text: said('report.quote'), language }
  const records: Begun['records'] = [
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
    {
      kind: 'actor',
      id: actor,
      data: plain({ id: actor, name: text('actor.name'), kind: said('actor.kind') || 'body' }),
    },
    { kind: 'rule', id: rule, data: plain({ id: rule, title: text('rule.title'), scope }) },
    {
      kind: 'change',
      id: rule,
      data: plain({
        id: rule,
        title: text('rule.title'),
        alterations: [
          plain({
            rule,
            to: said('rule.to') || undefined,
            conditions: text('rule.conditions') ? [text('rule.conditions')] : undefined,
            from: date('rule.from'),
          }),
        ],
      }),
    },
    {
      kind: 'report',
      id: report || 'report-1',
      data: plain({
        id: report || 'report-1',
        source,
        url: said('report.url') || undefined,
        headline: text('report.headline'),
        published: date('report.published'),
        language,
        sourcing: 'seen',
        effects: [
          plain({
            change: rule,
            kind: 'moves',
            stage: said('report.stage') || undefined,
            on: date('report.on'),
            by: said('actor.name') === '' ? undefined : actor,
            quote,
          }),
        ],
        summary: said('report.summary') || undefined,
      }),
    },
  ]
  if (!hasSource)
    records.unshift({
      kind: 'source',
      id: source,
      data: plain({ id: source, name: text('source.name'), kind: said('source.kind') || 'other' }),
    })
  const faults = records.flatMap(({ kind, id, data }) => {
    const parsed = parseRecord(kind, data)
    return parsed.ok ? [] : parsed.problems.map((problem) => ({ ...problem, id }))
  })
  const told = [...problems, ...faults.map((fault) => atField(fault, dimensions))]
  return { dimensions, records, problems: firstOfEach(told) }
}

/** As the draft of a record keeps it: what is not told is not there. */
const plain = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))

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

const fieldsOf: Partial<Record<RecordKind, readonly (readonly [start: string, name: AnswerName])[]>> = {
  source: [
    ['kind', 'source.kind'],
    ['', 'source.name'],
  ],
  dossier: [
    ['title', 'title'],
    ['id', 'id'],
    ['timeZone', 'zone'],
    ['default', 'default'],
    ['', 'question'],
  ],
  actor: [
    ['kind', 'actor.kind'],
    ['', 'actor.name'],
  ],
  rule: [['', 'rule.title']],
  change: [
    ['alterations.0.to', 'rule.to'],
    ['alterations.0.conditions', 'rule.conditions'],
    ['alterations.0.from', 'rule.from'],
    ['', 'rule.title'],
  ],
  report: [
    ['url', 'report.url'],
    ['published', 'report.published'],
    ['effects.0.stage', 'report.stage'],
    ['effects.0.on', 'report.on'],
    ['effects.0.quote', 'report.quote'],
    ['summary', 'report.summary'],
    ['', 'report.headline'],
  ],
}

/** A fault of a record at the field of the question that it comes from. */
function atField({ kind, path, message }: Problem, dimensions: readonly TypedDimension[]): AnswerProblem {
  const [field, at, part] = path
  if (kind === 'dossier' && field === 'dimensions')
    return {
      name: `dimension.${dimensions[Number(at)]?.place ?? 0}.${part === 'values' ? 'values' : 'name'}`,
      message,
    }
  const place = path.join('.')
  return { name: fieldsOf[kind]?.find(([start]) => place.startsWith(start))?.[1] ?? 'title', message }
}

/** One fault tells enough of a field. */
const firstOfEach = (problems: readonly AnswerProblem[]): AnswerProblem[] =>
  [...new Map(problems.toReversed().map((one) => [one.name, one])).values()].toReversed()

/**
 * The dossier as far as it can be drawn already: what is not told yet is left out, or has a mark in its place. Null before there are
 * two dimensions to cross.
 */
export function soundRecords({ dimensions, records }: Begun): { records: DossierRecords; sources: Source[] } | null {
  if (dimensions.filter(({ values }) => values.length > 0).length < 2) return null
  const parsed = records.flatMap(({ kind, data }) => {
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
