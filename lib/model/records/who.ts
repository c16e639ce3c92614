import { z } from 'zod'
import { listOf } from '../bounds'
import { dateSchema } from '../day'
import { idSchema } from '../id'
import { languageSchema, lineSchema, textSchema, wordSchema } from '../text'
import { actorKinds, sourceKinds, type Tier, tiers } from '../words'
import { addressSchema, formerlySchema } from './fields'

export const sourceSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  kind: z.enum(sourceKinds),
  url: addressSchema.optional(),
  language: languageSchema.optional(),
  country: wordSchema.min(2).optional(),
  // Where it differs from what the kind implies: a mirror of an agency is a copy.
  tier: z.enum(tiers).optional(),
  formerly: formerlySchema,
})

export const actorSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  kind: z.enum(actorKinds),
  note: textSchema.optional(),
  url: addressSchema.optional(),
  // To whom it belongs, and when: the party of a person.
  of: listOf(z.strictObject({ actor: idSchema, from: dateSchema.optional(), until: dateSchema.optional() })).optional(),
  formerly: formerlySchema,
})

const tierOfKind: Record<(typeof sourceKinds)[number], Tier> = {
  official: 'official',
  agency: 'agency',
  newspaper: 'press',
  broadcaster: 'press',
  trade: 'trade',
  aggregator: 'copy',
  party: 'other',
  other: 'other',
}

/** How near a publisher stands to what it tells: its own tier, or what its kind implies (model, section 2, evidence). */
export const tierOf = ({ tier, kind }: Pick<Source, 'tier' | 'kind'>): Tier => tier ?? tierOfKind[kind]

export type Source = z.infer<typeof sourceSchema>
export type Actor = z.infer<typeof actorSchema>
