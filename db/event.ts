/** Kinds of events (model, section 10). */
export const eventKinds = [
  'reported',
  'step',
  'answers',
  'postponed',
  'contradiction',
  'settled',
  'forecast',
  'corrected',
  'retracted',
  'edition',
] as const
export type EventKind = (typeof eventKinds)[number]

/** What an event tells, by its kind. */
export type EventData = Record<string, unknown>
