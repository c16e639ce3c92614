import { z } from 'zod'
import { listOf, mostValues } from '../bounds'
import { dateSchema } from '../day'
import { idSchema } from '../id'
import { scopeSchema } from '../scope'
import { labelSchema, lineSchema, textSchema } from '../text'
import { alterationTargets, contradictionKinds, ruleKinds, sourcings } from '../words'
import { addressSchema, formerlySchema } from './fields'

export const basisSchema = z.strictObject({
  instrument: lineSchema,
  provision: labelSchema.optional(),
  url: addressSchema.optional(),
  // Whether it is the issuer's own text, at the issuer's own address.
  official: z.boolean().optional(),
  // How its words are known: read there, read in another's copy (inferred), or only referred to by others (unseen).
  sourcing: z.enum(sourcings).optional(),
})

export const ruleSchema = z.strictObject({
  id: idSchema,
  title: lineSchema,
  note: textSchema.optional(),
  kind: z.enum(ruleKinds).optional(),
  scope: scopeSchema.default({}),
  overrides: listOf(idSchema).default([]),
  basis: listOf(basisSchema).default([]),
  formerly: formerlySchema,
})

export const alterationSchema = z.strictObject({
  rule: idSchema,
  to: z.enum(alterationTargets),
  conditions: listOf(textSchema).default([]),
  // A short wording of this very state: “presumption of denial”.
  says: lineSchema.optional(),
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
  // The cases it is about though it alters no rule.
  concerns: scopeSchema.optional(),
  resolutions: listOf(resolutionSchema).optional(),
  formerly: formerlySchema,
})

export type Rule = z.infer<typeof ruleSchema>
export type Alteration = z.infer<typeof alterationSchema>
export type Change = z.infer<typeof changeSchema>
export type Resolution = z.infer<typeof resolutionSchema>
