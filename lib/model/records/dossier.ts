import { z } from 'zod'
import { fewNames, listOf, mostValues } from '../bounds'
import { dateSchema, isTimeZone } from '../day'
import { idSchema } from '../id'
import { scopeSchema } from '../scope'
import { labelSchema, lineSchema, textSchema, wordSchema } from '../text'
import { codeSchemes, dispositions, secondReviews, spokenByDefault, stages } from '../words'
import { addressSchema, formerlySchema, perWord, type Terms, termsSchema } from './fields'

/** What a value is called in a list that others keep: an ECCN, a heading of the Harmonized System. */
export const codeSchema = z.strictObject({ scheme: z.enum(codeSchemes), code: labelSchema })

export interface Value {
  id: string
  name?: z.infer<typeof textSchema> | undefined
  terms?: Terms | undefined
  includes?: Terms | undefined
  codes?: z.infer<typeof codeSchema>[] | undefined
  note?: z.infer<typeof textSchema> | undefined
  formerly?: string[] | undefined
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
    codes: listOf(codeSchema).optional(),
    note: textSchema.optional(),
    formerly: formerlySchema,
    get values() {
      return listOf(valueSchema, mostValues).default([])
    },
  }),
)

/** How many values a tree holds in all. */
const countValues = (values: unknown): number =>
  Array.isArray(values) ? values.reduce((sum: number, value) => sum + 1 + countValues(Object(value).values), 0) : 0

/** A named set of values across the tree. */
export const groupSchema = z.strictObject({
  id: idSchema,
  name: lineSchema.optional(),
  terms: termsSchema.optional(),
  note: textSchema.optional(),
  formerly: formerlySchema,
  values: listOf(idSchema, mostValues).min(1, 'names no value'),
})

/** A time in which a member stands in a value; either end may be open. */
export const membershipSchema = z.strictObject({
  value: idSchema,
  from: dateSchema.optional(),
  until: dateSchema.optional(),
  url: addressSchema.optional(),
})

/** A named thing that stands in a value for a time (model, section 1). */
export const memberSchema = z.strictObject({
  id: idSchema,
  name: lineSchema.optional(),
  terms: termsSchema.optional(),
  note: textSchema.optional(),
  formerly: formerlySchema,
  in: listOf(membershipSchema).min(1, 'names no value: say where the member stands'),
})

export const dimensionSchema = z.strictObject({
  // Cases, scopes and addresses are objects with the ids of dimensions as keys, and this one is a key of every object.
  id: idSchema.refine((id) => id !== 'constructor', 'is a word that JavaScript keeps for itself: choose another'),
  name: lineSchema.optional(),
  formerly: formerlySchema,
  values: listOf(valueSchema, mostValues)
    .min(1, 'needs at least one value')
    .refine((values) => countValues(values) <= mostValues, {
      error: (issue) => `holds ${countValues(issue.input)} values in all: ${mostValues} at most`,
    }),
  groups: listOf(groupSchema).optional(),
  members: listOf(memberSchema, mostValues).optional(),
})

/** How a dossier words a disposition: as a label, and as an answer to its question. */
const wordingSchema = z.strictObject({ label: lineSchema.optional(), answer: lineSchema.optional() })

export const dossierWordsSchema = z.strictObject({
  ...perWord(dispositions, wordingSchema.optional()),
  stages: z.strictObject(perWord(stages, lineSchema.optional())).optional(),
})

/** Per dimension one value, group or member. */
const pickedSchema = z.record(idSchema, idSchema).refine(...fewNames('dimensions'))

export const dossierSchema = z.strictObject({
  id: idSchema,
  title: lineSchema,
  summary: textSchema.optional(),
  jurisdiction: wordSchema.optional(),
  timeZone: z.string().refine(isTimeZone, 'is not an IANA time zone such as Asia/Tokyo'),
  // With a blank for each dimension, {item}; a clause in [brackets] falls away while its blank is open.
  question: lineSchema.optional(),
  // The same as a whole, when nothing is chosen: “What may be exported, and to whom?”
  asks: lineSchema.optional(),
  default: z.enum(spokenByDefault).default('unstated'),
  // What the dossier does not follow: a fact about it, never about the law.
  untracked: listOf(z.strictObject({ scope: scopeSchema, note: textSchema.optional() })).optional(),
  words: dossierWordsSchema.optional(),
  matrix: z
    .strictObject({
      rows: idSchema,
      columns: idSchema,
      fixed: pickedSchema.default({}),
    })
    .optional(),
  // The cases that a front page shows.
  featured: listOf(pickedSchema).optional(),
  coverage: z.strictObject({ from: dateSchema, checked: dateSchema }).optional(),
  review: z
    .strictObject({ second: z.enum(secondReviews).default('never'), criteria: textSchema.optional() })
    .optional(),
  // For what is no value: the act itself, a delay, an export. Each list is of words that mean one thing in this dossier.
  terms: listOf(termsSchema).optional(),
  dimensions: listOf(dimensionSchema).min(1, 'needs at least one dimension'),
  formerly: formerlySchema,
})

export type Group = z.infer<typeof groupSchema>
export type Member = z.infer<typeof memberSchema>
export type Dimension = z.infer<typeof dimensionSchema>
export type Dossier = z.infer<typeof dossierSchema>
