import { z } from 'zod'
import type { EventDataOf, EventKind } from '@/lib/events/event'
import { contradictionKinds, dateSchema, dispositions, idSchema, recordKinds, stages, textSchema } from '@/lib/model'
import { directions, forecastStates } from '@/lib/policy'
import { tallySchema } from './schemas'

/* What events tell (model, section 10), in the form in which they are kept. */

const id = idSchema.nullable()
const day = z.iso.date()
const stage = z.enum(stages)
const about = z.enum(contradictionKinds)

export const stageToldSchema = z.strictObject({ stage, date: dateSchema })
export const dutyToldSchema = z.strictObject({
  rule: idSchema,
  change: idSchema,
  disposition: z.enum(dispositions),
  conditions: z.array(textSchema),
})
export const answerToldSchema = z.strictObject({
  disposition: z.enum([...dispositions, 'mixed']),
  rule: id,
  change: id,
  since: day.nullable(),
  conditions: z.array(textSchema),
  duties: z.array(dutyToldSchema),
})
export const blockSchema = z.strictObject({ values: z.record(idSchema, z.array(idSchema)), cases: z.int() })
export const moveSchema = z.strictObject({
  where: z.array(blockSchema),
  cases: z.int(),
  isGone: z.boolean(),
  before: answerToldSchema.nullable(),
  after: answerToldSchema.nullable(),
})
export const becauseSchema = z.strictObject({ change: id, rules: z.array(idSchema), reports: z.array(idSchema) })

const contradiction = { change: idSchema, about, stage: stage.nullable(), reports: z.array(idSchema) }

const data = {
  reported: z.strictObject({ report: idSchema }),
  step: z.strictObject({
    change: idSchema,
    before: stageToldSchema.nullable(),
    after: stageToldSchema.nullable(),
    report: id,
  }),
  answers: z.strictObject({
    about: z.enum(['now', 'next']),
    direction: z.enum(directions),
    from: day.nullable(),
    cases: z.int(),
    moves: z.array(moveSchema),
    because: becauseSchema,
  }),
  postponed: z.strictObject({
    change: idSchema,
    stage: stage.nullable(),
    rules: z.array(idSchema),
    before: dateSchema,
    after: dateSchema,
    direction: z.enum(['postponed', 'brought_forward']),
    report: id,
  }),
  contradiction: z.strictObject(contradiction),
  settled: z.strictObject({ ...contradiction, holds: idSchema, against: id }),
  forecast: z.strictObject({
    report: idSchema,
    change: idSchema,
    stage,
    from: dateSchema.nullable(),
    until: dateSchema.nullable(),
    outcome: z.enum(forecastStates).exclude(['open']),
    days: z.int(),
    by: id,
  }),
  corrected: z.strictObject({ report: idSchema, revision: z.int(), note: z.int().nullable() }),
  retracted: z.strictObject({ report: idSchema, revision: z.int() }),
  edition: z.strictObject({
    number: z.int(),
    reason: z.string(),
    summary: z.strictObject({
      dossiers: z.array(idSchema),
      records: z.partialRecord(z.enum(recordKinds), tallySchema),
    }),
  }),
} satisfies { [Kind in EventKind]: z.ZodType<EventDataOf[Kind]> }

const eventOf = <Kind extends EventKind>(kind: Kind) =>
  z.strictObject({
    id: z.string(),
    kind: z.literal(kind),
    dossier: id,
    edition: z.int(),
    day: day.nullable(),
    at: z.iso.datetime(),
    updated: z.iso.datetime(),
    data: data[kind],
  })

/** An event of each kind. */
export const eventForms = {
  reported: eventOf('reported'),
  step: eventOf('step'),
  answers: eventOf('answers'),
  postponed: eventOf('postponed'),
  contradiction: eventOf('contradiction'),
  settled: eventOf('settled'),
  forecast: eventOf('forecast'),
  corrected: eventOf('corrected'),
  retracted: eventOf('retracted'),
  edition: eventOf('edition'),
}
