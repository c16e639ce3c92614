import {
  alterationTargets,
  certainties,
  dispositions,
  effectKinds,
  pendingStages,
  sourcings,
  stages,
  stances,
} from '@/lib/model'
import { directions } from '@/lib/policy'

/*
 * The answers of the API as JSON Schema, for its description (OpenAPI 3.1). What an answer holds stands beside its form.
 */

const text = { type: 'string' }
const nullable = (type: string) => ({ type: [type, 'null'] })
const list = (items: object, description?: string) => ({ type: 'array', items, ...(description && { description }) })
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const orNull = (name: string) => ({ anyOf: [ref(name), { type: 'null' }] })
const oneOf = (words: readonly string[]) => ({ type: 'string', enum: [...words] })
const saying = (description: string, schema: object) => ({ ...schema, description })

/** Every property is there, unless it is named as one that may be missing. */
const object = (
  properties: Record<string, object>,
  { optional = [], ...more }: { optional?: string[]; description?: string } = {},
) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  ...more,
})

const day = { type: 'string', format: 'date' }
const dayOrNull = { type: ['string', 'null'], format: 'date' }
/** A day, a month or a year: as it is told. */
const date = { type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' }
const dateOrNull = { ...date, type: ['string', 'null'] }
const words = saying('A text, or one for each language', {
  anyOf: [text, { type: 'object', additionalProperties: text }],
})
const anyCase = saying('Per dimension one value', { type: 'object', additionalProperties: text })
const disposition = oneOf(dispositions)
const dispositionOrMixed = oneOf([...dispositions, 'mixed'])
const counts = { type: 'object', additionalProperties: { type: 'integer' } }

/** From when until when; what is null is open, and the last day is in it. */
const time = object({ from: dateOrNull, until: dateOrNull })

const given = {
  disposition: dispositionOrMixed,
  rule: nullable('string'),
  change: nullable('string'),
  conditions: list(words),
  duties: list(ref('Duty'), 'What also applies'),
}
const decided = {
  ...given,
  disposition,
  since: saying('As it is computed with: a month or a year counts from its first day', dayOrNull),
  conflict: saying('Another rule of the same day says something else', { type: 'boolean' }),
}
const assume = list(ref('Assumed'), 'What the answer takes to be so; empty where nothing is')

const side = object({ on: day, known: dayOrNull, edition: { type: 'integer' } })
const nextCell = object({ on: day, disposition: dispositionOrMixed })

export const schemas = {
  Verdict: object(
    {
      case: anyCase,
      ...decided,
      disposition: dispositionOrMixed,
      evidence: list(ref('Evidence'), 'The weightiest first'),
      grounds: saying('How well the answer is founded', {
        enum: ['official', 'independent', 'single', 'unverified', null],
      }),
      overridden: list(ref('Overridden')),
      pending: list(ref('Pending')),
      next: saying(
        'The first later day on which the answer differs, and that answer; of several cases: of any of them',
        orNull('Next'),
      ),
      unsettled: list(ref('Unsettled'), 'What is not known of the answer; of several cases: of any of them'),
      assume,
      on: day,
      known: dayOrNull,
      edition: saying('Null for a dossier that was read from files', { type: ['integer', 'null'] }),
      cases: list(ref('DecidedCase'), 'With several cases: what is decided for each'),
      casesLeftOut: saying('Cases that are not listed: name more values', { type: 'integer' }),
      nextLeftOut: saying('What comes next was not looked for: name more values', { type: 'boolean' }),
    },
    { optional: ['cases', 'casesLeftOut', 'nextLeftOut'] },
  ),
  DecidedCase: object({ case: anyCase, ...decided }),
  Decision: object(decided),
  Next: object({ on: day, ...given }),
  AnswerGiven: object(given),
  Duty: object({ rule: text, change: text, disposition, conditions: list(words) }),
  Unsettled: object(
    { change: text, due: day, wouldBe: ref('AnswerGiven') },
    { description: 'A suspended change that was expected to be in force again by `due`, since when nothing was heard' },
  ),
  Assumed: object(
    { change: text, day },
    { description: 'A pending change that is taken to be in force from a day on' },
  ),
  Evidence: object({
    report: text,
    source: text,
    headline: words,
    url: nullable('string'),
    published: saying('A day, a month or a year, or an instant, as it is told', text),
    sourcing: oneOf(sourcings),
    kind: oneOf(effectKinds),
    stage: { type: ['string', 'null'], enum: [...stages, null] },
    on: saying('When it happened: a day, a month or a year, as it is told', date),
    certainty: oneOf(certainties),
    quote: { anyOf: [object({ text, language: text }), { type: 'null' }] },
    attribution: list(object({ who: words, named: { type: 'boolean' }, source: text }, { optional: ['source'] })),
  }),
  Overridden: object({
    rule: text,
    by: text,
    reason: oneOf(['overrides', 'narrower', 'later', 'stricter']),
    disposition,
  }),
  Pending: object({
    change: text,
    rule: text,
    stage: oneOf([...pendingStages, 'in_force']),
    to: oneOf(alterationTargets),
    conditions: list(words),
    from: saying('A day, a month or a year, as it is told', dateOrNull),
  }),
  Matrix: object({
    rows: text,
    columns: text,
    fixed: anyCase,
    on: day,
    known: dayOrNull,
    edition: { type: 'integer' },
    rowValues: list(text),
    columnValues: list(text),
    cells: list(
      list({ type: ['string', 'null'], enum: [...dispositions, 'mixed', null] }),
      'Row by row; null where the cases of a cell are too many to be answered at once',
    ),
    next: list(list({ anyOf: [nextCell, { type: 'null' }] }), 'Of each cell what comes next, and when'),
    duties: list(list(list(ref('Duty'))), 'Of each cell what also applies to all of its cases'),
    assume,
    leftOut: {
      anyOf: [
        object({
          rows: { type: 'integer' },
          columns: { type: 'integer' },
          next: saying('The parameters that lead on', { type: 'object', additionalProperties: text }),
        }),
        { type: 'null' },
      ],
    },
  }),
  Comparison: object({
    from: side,
    to: side,
    values: anyCase,
    cases: { type: 'integer' },
    directions: saying(`How many cases move in each direction: ${directions.join(', ')}`, counts),
    changes: list(
      object({ change: nullable('string'), cases: { type: 'integer' }, directions: counts, reports: list(text) }),
    ),
    differences: list(ref('Difference')),
    leftOut: saying('Differing cases that are not listed', { type: 'integer' }),
    isNextCompared: saying('Of very many cases it is not compared what comes next', { type: 'boolean' }),
    assume: saying('What the later side takes to be so; empty where nothing is', list(ref('Assumed'))),
  }),
  Difference: object({
    case: anyCase,
    before: ref('Decision'),
    after: ref('Decision'),
    direction: oneOf(directions),
    nexts: saying('Where the answer stays and what comes next is another: what comes next on either side', {
      anyOf: [object({ before: orNull('Next'), after: orNull('Next') }), { type: 'null' }],
    }),
    change: nullable('string'),
  }),
  Positions: object({
    dossier: text,
    actor: nullable('string'),
    members: saying(
      'Who counts with the actor that is asked about, and in which times; empty without one',
      list(object({ actor: text, name: words, times: list(time) })),
    ),
    change: nullable('string'),
    from: dateOrNull,
    to: dateOrNull,
    edition: { type: 'integer' },
    count: { type: 'integer' },
    positions: list(ref('Position'), 'The oldest first'),
  }),
  Position: object({
    actor: text,
    name: words,
    of: saying('To whom the actor belongs, and when', list(object({ actor: text, ...time.properties }))),
    stance: oneOf(stances),
    change: text,
    title: words,
    on: saying('The day, the month or the year of which it tells', date),
    quote: { anyOf: [object({ text, language: text }), { type: 'null' }] },
    note: { anyOf: [words, { type: 'null' }] },
    report: text,
    source: text,
    publisher: words,
    headline: words,
    url: nullable('string'),
    published: saying('A day, a month or a year, or an instant, as it is told', text),
    sourcing: oneOf(sourcings),
    discredited: saying('Nothing of the report holds, as others have shown since', { type: 'boolean' }),
  }),
  Problem: object(
    {
      type: text,
      title: text,
      status: { type: 'integer' },
      detail: text,
      parameter: text,
    },
    { optional: ['parameter'], description: 'RFC 9457' },
  ),
}
