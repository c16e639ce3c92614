import { z } from 'zod'
import * as event from '@/lib/api/records/event-schemas'
import { eventForms } from '@/lib/api/records/event-schemas'
import {
  entryForms,
  recordForms,
  removedSchema,
  sideSchema,
  signedSchema,
  tallySchema,
} from '@/lib/api/records/schemas'
import * as model from '@/lib/model'
import { proofSchema, publicKeySchema } from '@/lib/signing/proof'
import type { JsonSchema } from './json-schema'

/** The schemas of zod that have a name in the description of the API; all others stand where they are used. */
const named = {
  Text: model.textSchema,
  Line: model.lineSchema,
  Label: model.labelSchema,
  DateText: model.dateSchema,
  Published: model.publishedSchema,
  Scope: model.scopeSchema,
  Quote: model.quoteSchema,
  Code: model.codeSchema,
  Value: model.valueSchema,
  Group: model.groupSchema,
  Member: model.memberSchema,
  Membership: model.membershipSchema,
  Dimension: model.dimensionSchema,
  DossierWords: model.dossierWordsSchema,
  Basis: model.basisSchema,
  Alteration: model.alterationSchema,
  Resolution: model.resolutionSchema,
  Attribution: model.attributionSchema,
  ReportedEffect: model.effectSchema,
  ReportedPosition: model.positionSchema,
  ReportedExpectation: model.expectationSchema,
  Correction: model.correctionSchema,
  Translation: model.translationSchema,
  Dossier: recordForms.dossiers,
  Source: recordForms.sources,
  Rule: recordForms.rules,
  Change: recordForms.changes,
  Actor: recordForms.actors,
  Report: recordForms.reports,
  Removed: removedSchema,
  EffectEntry: entryForms.effects,
  PositionEntry: entryForms.positions,
  ExpectationEntry: entryForms.expectations,
  ContradictionEntry: entryForms.contradictions,
  Side: sideSchema,
  EditionEntry: entryForms.editions,
  Tally: tallySchema,
  SignedStatement: signedSchema,
  PublicKey: publicKeySchema,
  Proof: proofSchema.required(),
  StageTold: event.stageToldSchema,
  DutyTold: event.dutyToldSchema,
  AnswerTold: event.answerToldSchema,
  Block: event.blockSchema,
  Move: event.moveSchema,
  Because: event.becauseSchema,
  ReportedEvent: eventForms.reported,
  StepEvent: eventForms.step,
  AnswersEvent: eventForms.answers,
  PostponedEvent: eventForms.postponed,
  ContradictionEvent: eventForms.contradiction,
  SettledEvent: eventForms.settled,
  ForecastEvent: eventForms.forecast,
  CorrectedEvent: eventForms.corrected,
  RetractedEvent: eventForms.retracted,
  EditionEvent: eventForms.edition,
}

/** The names of the events' schemas. */
export const eventNames = Object.keys(eventForms).map((kind) => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}Event`)

const datePattern = '^\\d{4}(-\\d{2}(-\\d{2})?)?$'
const publishedPattern = '^\\d{4}(-\\d{2}(-\\d{2})?)?(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2}))?$'

/** The named schemas as JSON Schema, by their names: as they are answered, with what is filled in where it was left out. */
export function recordSchemasAsJson(): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    io: 'output',
    unrepresentable: 'any',
  })
  const all = Object.entries(schemas).map(([name, schema]): [string, JsonSchema] => [
    name,
    tidied(schema as JsonSchema),
  ])
  const written = Object.fromEntries(all)
  return {
    ...written,
    DateText: { type: 'string', pattern: datePattern },
    Published: { type: 'string', pattern: publishedPattern },
  }
}

/** What says nothing to who reads answers: defaults are filled in, the bounds of whole numbers are those of JavaScript, the calendar is known. */
const dropped = new Set(['$schema', '$id', 'default', 'propertyNames'])

function tidied(schema: JsonSchema): JsonSchema {
  const kept = Object.entries(schema).filter(([name, value]) => {
    if (dropped.has(name)) return false
    // Whoever reads an answer passes over a field that a later version adds.
    if (name === 'additionalProperties') return value !== false
    if (name === 'pattern') return schema.format === undefined
    return !(schema.type === 'integer' && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER)
  })
  // Where none is always there, zod says nothing of it.
  const required = schema.properties && !schema.required ? { required: [] } : {}
  return Object.fromEntries(
    [...kept, ...Object.entries(required)].map(([name, value]) => [
      name,
      name === 'properties' ? eachOf(value as Record<string, JsonSchema>) : inside(value),
    ]),
  )
}

const eachOf = (properties: Record<string, JsonSchema>) =>
  Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, tidied(one)]))

function inside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inside)
  return typeof value === 'object' && value !== null ? tidied(value as JsonSchema) : value
}
