import { z } from 'zod'
import {
  actorSchema,
  addressSchema,
  certainties,
  changeSchema,
  contradictionKinds,
  dateSchema,
  dossierSchema,
  effectKinds,
  effectSchema,
  expectationSchema,
  idSchema,
  positionSchema,
  publishedSchema,
  quoteSchema,
  recordKinds,
  reportSchema,
  resolutionSchema,
  ruleSchema,
  sourceSchema,
  stages,
} from '@/lib/model'

/* The form of records and of what they tell, as the API gives it (model, sections 3 and 8). */

const edition = z.int()
const stamped = { dossier: idSchema, edition, page: addressSchema }

/** Records as the API gives them: as in the file form with all that may be left out there, and where they stand. */
export const recordForms = {
  dossiers: dossierSchema.extend(stamped),
  sources: sourceSchema.extend({ dossier: z.null(), edition }),
  rules: ruleSchema.extend(stamped),
  changes: changeSchema.extend(stamped),
  actors: actorSchema.extend(stamped),
  reports: reportSchema.extend(stamped),
}
export type RecordListName = keyof typeof recordForms

/** The kind of record that a list holds. */
export const kindOfList = {
  dossiers: 'dossier',
  sources: 'source',
  rules: 'rule',
  changes: 'change',
  actors: 'actor',
  reports: 'report',
} as const satisfies Record<RecordListName, (typeof recordKinds)[number]>

/** A record that is gone. */
export const removedSchema = z.strictObject({
  kind: z.enum(recordKinds),
  id: idSchema,
  dossier: idSchema.nullable(),
  edition,
  removed: z.literal(true),
  mergedInto: idSchema.optional(),
})
export type RemovedForm = z.infer<typeof removedSchema>

const told = {
  dossier: idSchema,
  report: idSchema,
  position: z.int(),
  source: idSchema,
  published: publishedSchema,
  edition,
  page: addressSchema,
}

const sideSchema = z.strictObject({
  report: idSchema,
  source: idSchema,
  published: publishedSchema,
  kind: z.enum(effectKinds),
  stage: z.enum(stages).nullable(),
  on: dateSchema,
  certainty: z.enum(certainties),
  quote: quoteSchema.nullable(),
})

/** What is signed of an edition (`lib/signing/statement.ts`). */
const signedSchema = z.strictObject({ statement: z.string(), signature: z.string(), key: z.string() })

const tallySchema = z.strictObject({ created: z.int(), updated: z.int(), removed: z.int() })

/** What is listed beside records. */
export const entryForms = {
  effects: effectSchema.safeExtend(told),
  positions: positionSchema.extend(told),
  expectations: expectationSchema.safeExtend(told),
  contradictions: z.strictObject({
    dossier: idSchema,
    change: idSchema,
    about: z.enum(contradictionKinds),
    stage: z.enum(stages).nullable(),
    sides: z.array(sideSchema),
    resolution: resolutionSchema.nullable(),
    page: addressSchema,
  }),
  editions: z.strictObject({
    number: edition,
    publishedAt: z.iso.datetime(),
    reason: z.string(),
    dossiers: z.array(idSchema),
    records: z.partialRecord(z.enum(recordKinds), tallySchema),
    signed: signedSchema.nullable(),
    page: addressSchema,
  }),
}

export { sideSchema, signedSchema, tallySchema }
export type ContradictionForm = z.infer<(typeof entryForms)['contradictions']>
export type EditionForm = z.infer<(typeof entryForms)['editions']>
