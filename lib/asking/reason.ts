import type { Day, Dimension, Stage } from '@/lib/model'

/** Why a parameter cannot be used: all the ways there are, for whoever puts them into words. */
export type Reason =
  /** The address has no parameter of this name. */
  | { code: 'unknown'; known: readonly string[] }
  | { code: 'missing' }
  | { code: 'repeated' }
  | { code: 'badText' }
  | { code: 'tooLong'; most: number }
  | { code: 'badDay' }
  | { code: 'badDate' }
  | { code: 'farDay'; first: Day; last: Day }
  | { code: 'futureKnown'; present: Day }
  | { code: 'badRange' }
  | { code: 'badWord'; known: readonly string[] }
  | { code: 'badRecord'; kind: 'rule' | 'change' | 'actor' | 'source' | 'report' }
  | { code: 'missingDossier' }
  | { code: 'badDimension'; known: readonly string[] }
  | { code: 'oneDimension' }
  | { code: 'sameDimension' }
  | { code: 'badValue'; dimension: Dimension; closest: string }
  /** A part of a matrix is to begin at what is not crossed. */
  | { code: 'badLine' }
  /** The later side of a comparison does not have the value that the earlier one has. */
  | { code: 'goneValue'; dimension: string }
  /** What is assumed is no change and day. */
  | { code: 'badAssumption' }
  | { code: 'assumedTwice' }
  /** Only what is pending can be assumed; `stage` null: there is no such change yet. */
  | { code: 'notPending'; stage: Stage | null }
  | { code: 'tooManyAssumed'; most: number }
  | { code: 'badEdition' }
  /** An edition that is still to come, or that never was. */
  | { code: 'lateEdition'; newest: number }
  | { code: 'noEdition' }
  | { code: 'beforeDossier' }
  | { code: 'badCursor' }
  /** A page of a list has so many items at most. */
  | { code: 'badLimit'; most: number }
  /** What is named stands in a dossier, and none is. */
  | { code: 'needsDossier' }
  /** What changed is told of whole dossiers and of single records, and not of what a filter lets through. */
  | { code: 'notWithSince' }
  /** No feed of this site. */
  | { code: 'badFeed' }
  /** Nothing that was given out to somebody who follows. */
  | { code: 'badToken' }
  /** No page of a list; `pages` where it is known how many there are. */
  | { code: 'badPage'; pages?: number }
