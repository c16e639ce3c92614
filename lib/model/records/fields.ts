import { z } from 'zod'
import { fewNames, listOf } from '../bounds'
import { idSchema } from '../id'
import { languageSchema, mostSigns, wordSchema } from '../text'

export const addressSchema = z
  .url({ protocol: /^https?$/, error: 'is not a web address starting with http:// or https://' })
  .max(mostSigns.line, `is too long for an address: ${mostSigns.line} signs at most`)

/** What news text calls one thing, by language. */
export const termsSchema = z.record(languageSchema, listOf(wordSchema)).refine(...fewNames('languages'))
export type Terms = z.infer<typeof termsSchema>

/** Ids that a record, or what stands in a dimension, had before: their addresses lead to it. */
export const formerlySchema = listOf(idSchema).optional()

/** The fields of a group that has one for each of some words. */
export const perWord = <Word extends string, Of extends z.ZodType>(words: readonly Word[], of: Of) =>
  Object.fromEntries(words.map((word) => [word, of])) as Record<Word, Of>
