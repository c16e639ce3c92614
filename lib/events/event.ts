import type { Day, Instant } from '@/lib/model'
import type { PolicyEventData } from '@/lib/policy'
import type { EditionSummary } from './edition-summary'

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

/** A report is here, or its day has come. */
export interface ReportedTold {
  report: string
}

/** A published report was materially changed: the revision that did, and which of its notes says so. */
export interface CorrectedTold {
  report: string
  revision: number
  /** Its place among the report's corrections; null: it has no note of its own, the reason of the edition stands for it. */
  note: number | null
}

/** A published report no longer counts. */
export interface RetractedTold {
  report: string
  revision: number
}

/** Something was published. */
export interface EditionTold {
  number: number
  reason: string
  summary: EditionSummary
}

/** What an event tells, by its kind: ids, dates as they were told, numbers; words are made where it is read. */
export interface EventDataOf extends PolicyEventData {
  reported: ReportedTold
  corrected: CorrectedTold
  retracted: RetractedTold
  edition: EditionTold
}
export type EventData = EventDataOf[EventKind]

/** An event as it is written down. */
export type StoredEvent = { [Kind in EventKind]: EventOf<Kind> }[EventKind]

export interface EventOf<Kind extends EventKind> {
  /** The same for ever, whatever host, slug or scheme: what a `tag:` id is made of. */
  id: string
  /** In the order in which events came to be, from 1. */
  place: number
  kind: Kind
  /** '' : of the site. */
  dossier: string
  /** The edition that caused it, or the one that stood when its day came. */
  edition: number
  /** The day that has come, in the dossier's zone; null: a publication caused it. */
  day: Day | null
  at: Instant
  updatedAt: Instant
  data: EventDataOf[Kind]
}
