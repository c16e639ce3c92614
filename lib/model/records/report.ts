import { z } from 'zod'
import { plainLanguage } from '@/lib/addresses/names'
import { listOf } from '../bounds'
import { dateSchema, publishedSchema } from '../day'
import { idSchema } from '../id'
import { languageSchema, lineSchema, plainSchema, quoteSchema, textSchema, translated } from '../text'
import { certainties, effectEvents, effectKinds, reportKinds, sourcings, stages, stances } from '../words'
import { addressSchema, formerlySchema, perWord } from './fields'

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
    // The rules of its change that it is about; left out, the whole change. For evidence only.
    rules: listOf(idSchema).optional(),
    by: idSchema.optional(),
    event: z.enum(effectEvents).optional(),
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

/** The summary in another language; `of` tells which text it translates, and no longer fits when that becomes another. */
export const translationSchema = z.strictObject({
  of: z
    .string()
    .regex(/^[0-9a-f]{12}$/, 'is not the first 12 hex digits of the SHA-256 of the text that it translates'),
  summary: plainSchema.overwrite((text) => text.trim()).refine((text) => text !== '', 'must not be empty'),
})

export const reportSchema = z.strictObject({
  id: idSchema,
  source: idSchema,
  url: addressSchema.optional(),
  headline: lineSchema,
  // Our own, where the original says nothing by itself.
  title: lineSchema.optional(),
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
  formerly: formerlySchema,
  // Each stands in a file of its own.
  translations: z
    .strictObject(perWord(translated, translationSchema.optional()))
    .refine((texts) => Object.keys(texts).length > 0, 'needs a text in at least one language')
    .optional(),
  // It stands below the front matter, where blank lines around it say nothing.
  summary: plainSchema.overwrite((text) => text.trim()).default(''),
})

export type Attribution = z.infer<typeof attributionSchema>
export type Effect = z.infer<typeof effectSchema>
export type Position = z.infer<typeof positionSchema>
export type Expectation = z.infer<typeof expectationSchema>
export type Correction = z.infer<typeof correctionSchema>
export type Translation = z.infer<typeof translationSchema>
export type Report = z.infer<typeof reportSchema>
