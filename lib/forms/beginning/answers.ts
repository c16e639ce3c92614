import { z } from 'zod'
import { idSchema, plainSchema } from '@/lib/model'

/** The five questions with which a dossier begins, in their order. */
export const beginningSteps = ['asked', 'dimensions', 'decides', 'rule', 'report'] as const
export type BeginningStep = (typeof beginningSteps)[number]

/** So many dimensions are asked for; more come in the form of the dossier. */
const places = [0, 1, 2] as const

/** The fields of each question; each is a text, in whatever state it is. */
export const beginningFields = {
  asked: ['title', 'question', 'site.name', 'site.line', 'id', 'language', 'zone'],
  dimensions: places.flatMap((at) => [`dimension.${at}.name`, `dimension.${at}.values`] as const),
  decides: ['actor.name', 'actor.kind'],
  rule: [
    'rule.title',
    ...places.map((at) => `rule.scope.${at}` as const),
    'rule.to',
    'rule.conditions',
    'rule.from',
    'default',
  ],
  report: [
    'source.name',
    'source.kind',
    'report.headline',
    'report.url',
    'report.language',
    'report.published',
    'report.stage',
    'report.on',
    'report.quote',
    'report.summary',
  ],
} as const

type BeginningField = (typeof beginningFields)[BeginningStep][number]
/** The scope of a rule has a field for each dimension: by its place where the dossier begins, by its id where it is there already. */
export type ScopeName = `rule.scope.${string}`
export type AnswerName = BeginningField | ScopeName
/** What has been answered so far; what was not is missing. */
export type Answers = Partial<Record<AnswerName, string>>

const names: readonly BeginningField[] = beginningSteps.flatMap(
  (step): readonly BeginningField[] => beginningFields[step],
)

/** What is asked of a rule that comes to a dossier, but for its scope. */
export const nextRuleFields = [
  'rule.title',
  'rule.to',
  'rule.conditions',
  'rule.from',
  'actor.name',
  'actor.kind',
  'language',
  ...beginningFields.report,
] as const satisfies readonly BeginningField[]

export const scopeName = (dimension: string): ScopeName => `rule.scope.${dimension}`

/** The schema of answers as they are kept: any of them, each of any text. */
export const answersSchema = z.record(
  z.union([z.enum(names), z.templateLiteral(['rule.scope.', idSchema])]),
  plainSchema,
)

/** The question at which a field stands. */
export const stepOf = (name: AnswerName): BeginningStep =>
  beginningSteps.find((step) => (beginningFields[step] as readonly string[]).includes(name)) ?? 'asked'

/** The answers with those to some questions as a form has just sent them. */
export function withAnswers(
  before: Answers,
  asked: readonly AnswerName[],
  sent: Iterable<readonly [string, string]>,
): Answers {
  const typed = new Map(sent)
  const own = asked.flatMap((name): [AnswerName, string][] => {
    const text = typed.get(name)
    return text === undefined ? [] : [[name, text.replace(/\r\n?/g, '\n')]]
  })
  return { ...before, ...Object.fromEntries(own) }
}

/** An answer without blanks around it; '' where there is none. */
export const answered = (answers: Answers, name: AnswerName): string => (answers[name] ?? '').trim()

/** The dimensions that are asked for, by their places. */
export const dimensionPlaces = places
export type DimensionPlace = (typeof places)[number]
