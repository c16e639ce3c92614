import { eventKinds } from '@/lib/events/event'
import { contradictionKinds, discreditedFilters, effectKinds, recordKinds, stages } from '@/lib/model'
import { parameter, pins } from './parameters'

/* What the lists of records take. */

/** In which order a list of reports may be asked for, where that is not by id. */
export const reportOrders = ['newest'] as const
/** Whether an editor has settled a contradiction. */
export const contradictionStates = ['open', 'settled'] as const

/** How a list is read. */
const paged = {
  edition: pins.edition,
  limit: parameter.number('How many items a page has at most: 1 to 200, 100 when left out'),
  cursor: parameter.text('The page that `next` of another one names; all other parameters stay as they were'),
}

const fields = {
  fields: parameter.text(
    'Only these fields of a record, by their names with commas between them; `id`, `dossier` and `edition` are always there',
  ),
}

const ofDossier = { dossier: parameter.id('Only those of this dossier') }

/** How records are read: as they stand, or as they changed. */
const records = {
  id: {
    ...parameter.text('Only the record of this id; may be given several times'),
    many: true as const,
  },
  since: parameter.number('Only what editions after this one changed, with what they removed: 1 or more'),
  ...fields,
  ...paged,
}

/** What narrows a list of reports as it narrows a timeline. */
const filters = {
  rule: parameter.id('Only what touches a change that alters this rule; needs `dossier`'),
  change: parameter.id('Only what touches this change; needs `dossier`'),
  actor: parameter.id('Only what tells of a position of this actor; needs `dossier`'),
  stage: parameter.code(stages, 'Only what tells of this stage'),
  effect: parameter.code(effectKinds, 'Only what has an effect of this kind'),
  source: parameter.id('Only what this publisher has published'),
  from: parameter.date('Only reports of this day or later; of a month or a year from its first day'),
  to: parameter.date('Only reports of this day or earlier; of a month or a year up to its last day'),
  words: parameter.text('Only reports that hold all these words, and phrases in quotes; 200 characters at the most'),
  discredited: parameter.code(
    discreditedFilters,
    'Also reports of which nothing holds, or these alone; left out, none of them',
  ),
}

export const recordLists = {
  dossiers: records,
  sources: records,
  rules: {
    ...ofDossier,
    change: parameter.id('Only rules that this change alters; needs `dossier`'),
    ...records,
  },
  changes: {
    ...ofDossier,
    rule: parameter.id('Only changes that alter this rule; needs `dossier`'),
    ...records,
  },
  actors: { ...ofDossier, ...records },
  reports: {
    ...ofDossier,
    ...filters,
    order: parameter.code(
      reportOrders,
      'The newest first, as on a timeline and with any of its filters: without those that were retracted; else by id, all there are',
    ),
    ...records,
  },
}

/** What reports tell, item by item. */
const told = { ...ofDossier, ...filters, ...paged }

export const entryLists = { effects: told, positions: told, expectations: told }

export const contradictionList = {
  change: parameter.id('Only those of this change'),
  rule: parameter.id('Only those of changes that alter this rule'),
  about: parameter.code(contradictionKinds, 'Only those about this'),
  state: parameter.code(contradictionStates, 'Only those that are settled, or that are not'),
  known: parameter.day('Only reports published by this day count; not a day to come'),
  ...paged,
}

export const editionList = {
  since: parameter.number('Only editions after this one, the oldest first'),
  ...paged,
}

/** So many records one proof is of, at most. */
export const mostProven = 20

/** Which records a proof is of. */
export const proofOf = {
  kind: { ...parameter.code(recordKinds, 'Of which kind the records are'), required: true as const },
  dossier: parameter.id('The dossier in which they stand; left out of publishers, the site and a dossier itself'),
  id: {
    ...parameter.text(`Id of a record; may be given ${mostProven} times`),
    many: true as const,
    required: true as const,
  },
  edition: pins.edition,
}

export const eventList = {
  ...ofDossier,
  kind: { ...parameter.code(eventKinds, 'Only events of this kind; may be given several times'), many: true as const },
  rule: parameter.id('Only what concerns this rule; needs `dossier`'),
  change: parameter.id('Only what concerns this change; needs `dossier`'),
  actor: parameter.id('Only what concerns this actor; needs `dossier`'),
  report: parameter.id('Only what concerns this report; needs `dossier`'),
  source: parameter.id('Only what concerns this publisher'),
  since: parameter.number('Only what came with editions after this one, the oldest first; else the newest first'),
  ...paged,
}
