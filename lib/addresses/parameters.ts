import type { Parameter } from './address'

/** The vocabulary of the table: what kinds of parameters there are. `says` tells readers of the API what it is about. */
export const parameter = {
  text: (says?: string): Parameter => ({ kind: 'text', ...(says ? { says } : {}) }),
  day: (says?: string): Parameter => ({ kind: 'day', ...(says ? { says } : {}) }),
  date: (says?: string): Parameter => ({ kind: 'date', ...(says ? { says } : {}) }),
  number: (says?: string): Parameter => ({ kind: 'number', ...(says ? { says } : {}) }),
  id: (says?: string): Parameter => ({ kind: 'id', ...(says ? { says } : {}) }),
  assumption: (says?: string): Parameter => ({ kind: 'assumption', many: true, ...(says ? { says } : {}) }),
  ids: (says?: string): Parameter => ({ kind: 'id', many: true, ...(says ? { says } : {}) }),
  code: (codes: readonly string[], says?: string): Parameter => ({ kind: 'code', codes, ...(says ? { says } : {}) }),
}

const known = 'Only reports published by this day count; not a day to come'
const knownHere = 'Only reports published by this day count on this side; not a day to come'

/** The edition that is read, and the day: every page can be read at an earlier edition, and as on another day. */
export const pins = {
  edition: parameter.number('The tracker as it stood at this edition'),
  on: parameter.day('The day that is asked about, from 1900-01-01 to 50 years from today; left out: today'),
}

/** The day that is asked about, and what was known. */
export const moment = { on: pins.on, known: parameter.day(known) }

/** What is taken to be so (model, section 2, what if). */
const assumed =
  'A change that is pending and the day from which it is taken to be in force, such as a-change@2027-01-01'

/** What an answer may be asked under. */
export const assumptions = { assume: parameter.assumption(`${assumed}; may be given several times`) }

/** What the later side of a comparison may be asked under. */
export const assumptionsThere = {
  assume: parameter.assumption(`${assumed}; holds for the later side only, and may be given several times`),
}

/** The two sides of a comparison. */
export const sides = {
  from: parameter.day('Day of the earlier side'),
  fromKnown: parameter.day(knownHere),
  fromEdition: parameter.number('Edition of this side'),
  to: parameter.day('Day of the later side'),
  toKnown: parameter.day(knownHere),
  toEdition: parameter.number('Edition of this side'),
}

/** The two dimensions of a matrix, and from which of their values on a large one is shown. */
export const axes = {
  rows: parameter.id('Dimension of the rows'),
  columns: parameter.id('Dimension of the columns'),
  rowsFrom: parameter.id('First row of a part of a large matrix: `leftOut.next` of an answer names it'),
  columnsFrom: parameter.id('First column of a part of a large matrix'),
}
