import { z } from 'zod'
import { plainLanguage } from '@/lib/addresses/names'
import { fewNames, listOf, mostValues } from './bounds'
import { dateSchema, isTimeZone, publishedSchema } from './day'
import { idSchema } from './id'
import { scopeSchema } from './scope'
import { languageSchema, lineSchema, mostSigns, plainSchema, quoteSchema, textSchema, wordSchema } from './text'
import {
  actorKinds,
  alterationTargets,
  certainties,
  contradictionKinds,
  dispositions,
  effectKinds,
  type RecordKind,
  reportKinds,
  sourceKinds,
  sourcings,
  stages,
  stances,
} from './words'

/*
 * One schema per record, the only definition: files, drafts, revisions, API and forms use it (model, section 3).
 * A field with a default may be left out; the file form leaves it out again.
 */

const address = z
  .url({ protocol: /^https?$/, error: 'is not a web address starting with http:// or https://' })
  .max(mostSigns.line, `is too long for an address: ${mostSigns.line} signs at most`)

/** What news text calls one thing, by language. */
export const termsSchema = z.record(languageSchema, listOf(wordSchema)).refine(...fewNames('languages'))
export type Terms = z.infer<typeof termsSchema>

export interface Value {
  id: string
  name?: z.infer<typeof textSchema> | undefined
  terms?: Terms | undefined
  includes?: Terms | undefined
  note?: z.infer<typeof textSchema> | undefined
  values: Value[]
}

const asValue = (value: unknown) => (typeof value === 'string' ? { id: value } : value)

/** A value of a dimension; a bare id is short for a leaf without a name. */
export const valueSchema: z.ZodType<Value> = z.preprocess(
  asValue,
  z.strictObject({
    id: idSchema,
    name: lineSchema.optional(),
    terms: termsSchema.optional(),
    // Kinds and examples that the value holds. A text that names one means the value, but none stands for another.
    includes: termsSchema.optional(),
    note: textSchema.optional(),
    get values() {
      return listOf(valueSchema, mostValues).default([])
    },
  }),
)

/** How many values a tree holds in all. */
const countValues = (values: unknown): number =>
  Array.isArray(values) ? values.reduce((sum: number, value) => sum + 1 + countValues(Object(value).values), 0) : 0

export const dimensionSchema = z.strictObject({
  // Cases, scopes and addresses are objects with the ids of dimensions as keys, and this one is a key of every object.
  id: idSchema.refine((id) => id !== 'constructor', 'is a word that JavaScript keeps for itself: choose another'),
  name: lineSchema.optional(),
  values: listOf(valueSchema, mostValues)
    .min(1, 'needs at least one value')
    .refine((values) => countValues(values) <= mostValues, {
      error: (issue) => `holds ${countValues(issue.input)} values in all: ${mostValues} at most`,
    }),
})

export const dossierSchema = z.strictObject({
  id: idSchema,
  title: lineSchema,
  summary: textSchema.optional(),
  jurisdiction: wordSchema.optional(),
  timeZone: z.string().refine(isTimeZone, 'is not an IANA time zone such as Asia/Tokyo'),
  question: lineSchema.optional(),
  default: z.enum(dispositions).default('unstated'),
  matrix: z
    .strictObject({
      rows: idSchema,
      columns: idSchema,
      fixed: z
        .record(idSchema, idSchema)
        .refine(...fewNames('dimensions'))
        .default({}),
    })
    .optional(),
  coverage: z.strictObject({ from: dateSchema, checked: dateSchema }).optional(),
  // For what is no value: the act itself, a delay, an export. Each list is of words that mean one thing in this dossier.
  terms: listOf(termsSchema).optional(),
  dimensions: listOf(dimensionSchema).min(1, 'needs at least one dimension'),
})

export const sourceSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  kind: z.enum(sourceKinds),
  url: address.optional(),
  language: languageSchema.optional(),
  country: wordSchema.min(2).optional(),
})

export const actorSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  kind: z.enum(actorKinds),
  note: textSchema.optional(),
  url: address.optional(),
})

export const basisSchema = z.strictObject({
  instrument: lineSchema,
  provision: wordSchema.optional(),
  url: address.optional(),
})

export const ruleSchema = z.strictObject({
  id: idSchema,
  title: lineSchema,
  note: textSchema.optional(),
  scope: scopeSchema.default({}),
  overrides: listOf(idSchema).default([]),
  basis: listOf(basisSchema).default([]),
})

export const alterationSchema = z.strictObject({
  rule: idSchema,
  to: z.enum(alterationTargets),
  conditions: listOf(textSchema).default([]),
  from: dateSchema.nullable().default(null),
  until: dateSchema.nullable().default(null),
})

/**
 * How an editor settles a contradiction: which report holds, and why. Both sides stay in the record. `against` names the report
 * that does not hold, where several are disputed by the same others.
 */
export const resolutionSchema = z.strictObject({
  about: z.enum(contradictionKinds),
  holds: idSchema,
  against: idSchema.optional(),
  reason: textSchema,
})

export const changeSchema = z.strictObject({
  id: idSchema,
  title: lineSchema,
  note: textSchema.optional(),
  alterations: listOf(alterationSchema, mostValues).default([]),
  // Where the change is a date in a calendar that alters nothing itself: the rules that begin to apply on it.
  starts: listOf(idSchema).optional(),
  resolutions: listOf(resolutionSchema).optional(),
})

/** One link from the publisher towards the origin of a claim; `source` names the publisher when the origin is one. */
export const attributionSchema = z.strictObject({
  who: lineSchema,
  named: z.boolean(),
  source: idSchema.optional(),
})

export const effectSchema = z
  .strictObject({
    change: idSchema,
    kind: z.enum(effectKinds),
    stage: z.enum(stages).optional(),
    on: dateSchema.optional(),
    quote: quoteSchema.optional(),
    certainty: z.enum(certainties).default('said'),
    attribution: listOf(attributionSchema).default([]),
    note: textSchema.optional(),
  })
  .refine((effect) => effect.kind !== 'moves' || effect.stage !== undefined, {
    path: ['stage'],
    error: 'is missing: an effect that moves a change says to which stage',
  })

export const positionSchema = z.strictObject({
  actor: idSchema,
  change: idSchema,
  stance: z.enum(stances),
  on: dateSchema.optional(),
  quote: quoteSchema.optional(),
  note: textSchema.optional(),
})

/** A dated forecast: the change is to reach the stage within the window; either end of the window may be open. */
export const expectationSchema = z
  .strictObject({
    change: idSchema,
    stage: z.enum(stages),
    from: dateSchema.optional(),
    until: dateSchema.optional(),
    quote: quoteSchema.optional(),
    note: textSchema.optional(),
  })
  .refine((expectation) => expectation.from !== undefined || expectation.until !== undefined, {
    path: ['until'],
    error: 'is missing: an expectation needs a window, `from`, `until` or both',
  })

/** A public note that something was materially changed, or that the report no longer counts, and on which day. */
export const correctionSchema = z.strictObject({
  on: dateSchema,
  note: textSchema,
})

export const reportSchema = z.strictObject({
  id: idSchema,
  source: idSchema,
  url: address.optional(),
  headline: lineSchema,
  published: publishedSchema,
  language: languageSchema.default(plainLanguage),
  kind: z.enum(reportKinds).default('news'),
  sourcing: z.enum(sourcings).default('unseen'),
  attribution: listOf(attributionSchema).default([]),
  effects: listOf(effectSchema).default([]),
  positions: listOf(positionSchema).default([]),
  expectations: listOf(expectationSchema).default([]),
  related: listOf(idSchema).default([]),
  note: textSchema.optional(),
  corrections: listOf(correctionSchema).optional(),
  retracted: correctionSchema.optional(),
  // It stands below the front matter, where blank lines around it say nothing.
  summary: plainSchema.overwrite((text) => text.trim()).default(''),
})

export const recordSchemas = {
  dossier: dossierSchema,
  source: sourceSchema,
  actor: actorSchema,
  rule: ruleSchema,
  change: changeSchema,
  report: reportSchema,
} satisfies Record<RecordKind, z.ZodType>

export type Dimension = z.infer<typeof dimensionSchema>
export type Dossier = z.infer<typeof dossierSchema>
export type Source = z.infer<typeof sourceSchema>
export type Actor = z.infer<typeof actorSchema>
export type Rule = z.infer<typeof ruleSchema>
export type Alteration = z.infer<typeof alterationSchema>
export type Change = z.infer<typeof changeSchema>
export type Attribution = z.infer<typeof attributionSchema>
export type Effect = z.infer<typeof effectSchema>
export type Position = z.infer<typeof positionSchema>
export type Expectation = z.infer<typeof expectationSchema>
export type Resolution = z.infer<typeof resolutionSchema>
export type Correction = z.infer<typeof correctionSchema>
export type Report = z.infer<typeof reportSchema>

export interface RecordOf {
  dossier: Dossier
  source: Source
  actor: Actor
  rule: Rule
  change: Change
  report: Report
}
export type AnyRecord = RecordOf[RecordKind]

/** A retracted report stays as a record that says so, and counts for nothing. */
export const standingReports = (reports: readonly Report[]): Report[] =>
  reports.filter(({ retracted }) => retracted === undefined)

/** All records of one dossier, as they are compiled, validated and exported together. */
export interface DossierRecords {
  dossier: Dossier
  rules: Rule[]
  changes: Change[]
  actors: Actor[]
  reports: Report[]
}
