import { kindOfList, type RecordListName } from '@/lib/api/records/schemas'
import { schemas as answerSchemas } from '@/lib/api/schemas'
import { searchSchemas } from '@/lib/api/search-schemas'
import { described } from './descriptions'
import { type JsonSchema, refTo } from './json-schema'
import { eventNames, recordSchemasAsJson } from './record-schemas'

/** The names of the schemas of records, by list. */
export const recordNames: Record<RecordListName, string> = Object.fromEntries(
  Object.entries(kindOfList).map(([list, kind]) => [list, kind.charAt(0).toUpperCase() + kind.slice(1)]),
) as Record<RecordListName, string>

const whole = (properties: Record<string, JsonSchema>): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
})

const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items })
const edition: JsonSchema = { type: 'integer', minimum: 0 }
const next: JsonSchema = { type: ['string', 'null'] }

const recordPage = (name: string): JsonSchema =>
  whole({
    edition,
    since: { type: ['integer', 'null'] },
    items: list(refTo(name)),
    removed: { ...list(refTo('Removed')), description: 'With `since`: records that are no longer public' },
    next,
  })

const entryPage = (items: JsonSchema): JsonSchema => whole({ edition, items: list(items), next })

/** A record of which only some fields are asked for. */
const partOf = (schema: JsonSchema | undefined): JsonSchema => ({ ...schema, required: ['id', 'dossier', 'edition'] })

/** All schemas of the description by their names, each field told in words. */
export function componentSchemas(): Record<string, JsonSchema> {
  const records = recordSchemasAsJson()
  const pages = Object.values(recordNames).flatMap((name): [string, JsonSchema][] => [
    [`${name}Part`, partOf(records[name])],
    [`${name}Page`, recordPage(name)],
    [`${name}PartPage`, recordPage(`${name}Part`)],
  ])
  const all: Record<string, JsonSchema> = {
    ...records,
    Event: { oneOf: eventNames.map(refTo) },
    ...Object.fromEntries(pages),
    EffectEntryPage: entryPage(refTo('EffectEntry')),
    PositionEntryPage: entryPage(refTo('PositionEntry')),
    ExpectationEntryPage: entryPage(refTo('ExpectationEntry')),
    ContradictionEntryPage: entryPage(refTo('ContradictionEntry')),
    EditionEntryPage: entryPage(refTo('EditionEntry')),
    EventPage: entryPage(refTo('Event')),
    ...(answerSchemas as Record<string, JsonSchema>),
    ...searchSchemas,
  }
  return Object.fromEntries(Object.entries(all).map(([name, schema]) => [name, described(schema, [name])]))
}
