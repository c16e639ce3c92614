import { pageOfRecord } from '@/lib/api/records/record-form'
import type { EditionForm } from '@/lib/api/records/schemas'
import { type EventKind, eventKinds } from '@/lib/events/event'
import { tagId } from '@/lib/events/tag'
import type { Correction, Day, Instant } from '@/lib/model'
import { column, dates, texts } from '../column'
import { table, textIn } from '../table'

/* What was published, and what became of it. */

/** A public note that a report was materially changed, or that it was retracted. */
export interface PlacedCorrection {
  dossier: string
  report: string
  /** The state of the report that it brought, and which of its notes says so, from 0. */
  revision: number
  position: number
  verb: string
  edition: number
  at: Instant
  note: Correction
}

export const correctionTable = table<PlacedCorrection>('corrections', {
  says: 'A public note that a published report was materially changed, or that it was retracted',
  key: ['dossier', 'report', 'revision', 'verb', 'position'],
  columns: [
    column('dossier', 'string', 'The dossier of the report', ({ dossier }) => dossier),
    column('report', 'string', 'The report, by the id that it had then', ({ report }) => report),
    column('revision', 'integer', 'The state of the report that it brought, from 1', ({ revision }) => revision),
    column('verb', 'string', 'What was done', ({ verb }) => verb, { words: ['corrected', 'retracted'] }),
    column('position', 'integer', 'Which of the notes of that state, from 0', ({ position }) => position, {
      term: 'schema:position',
    }),
    column('edition', 'integer', 'The edition that brought it', ({ edition }) => edition, { term: 'schema:version' }),
    column('at', 'datetime', 'When it was published', ({ at }) => at, { term: 'schema:dateCreated' }),
    ...dates<PlacedCorrection>('on', 'On which day, as the note says', ({ note }) => note.on, {
      term: 'schema:datePublished',
    }),
    ...texts<PlacedCorrection>('note', 'What was changed, and why', ({ note }) => note.note, { term: 'schema:text' }),
  ],
  rdf: {
    subject: (row, { root }) =>
      `${pageOfRecord('report', { dossier: textIn(row, 'dossier'), id: textIn(row, 'report') }, root)}#${row.verb}-${row.revision}-${row.position}`,
    types: () => ['schema:CorrectionComment'],
  },
})

/** An event as the API gives it. */
export interface EventRow {
  id: string
  kind: EventKind
  dossier: string | null
  edition: number
  day: Day | null
  at: Instant
  updated: Instant
  data: object
}

export const eventTable = table<EventRow>('events', {
  says: 'What feeds, mail and webhooks tell: something that happened, once',
  key: ['id'],
  columns: [
    column('id', 'string', 'Its id, for ever the same', ({ id }) => id, { term: 'schema:identifier' }),
    column('kind', 'string', 'What happened', ({ kind }) => kind, { words: eventKinds }),
    column('dossier', 'string', 'In which dossier; none: of the site', ({ dossier }) => dossier),
    column(
      'edition',
      'integer',
      'The edition that caused it, or that stood when its day came',
      ({ edition }) => edition,
      {
        term: 'schema:version',
      },
    ),
    column('day', 'date', 'The day that came; none: an edition caused it', ({ day }) => day, {
      term: 'schema:temporal',
    }),
    column('at', 'datetime', 'When it was written down', ({ at }) => at, { term: 'schema:dateCreated' }),
    column('updated', 'datetime', 'When what it tells was last put into other words', ({ updated }) => updated, {
      term: 'schema:dateModified',
    }),
    column('data', 'object', 'What it tells: ids, dates as they were told, numbers', ({ data }) => data),
  ],
  rdf: {
    subject: (row, { authority }) => tagId(authority, `events/${textIn(row, 'id')}`),
    types: () => [],
  },
})

export const editionTable = table<EditionForm>('editions', {
  says: 'One atomic publication',
  key: ['number'],
  columns: [
    column('number', 'integer', 'Its number, from 1', ({ number }) => number, { term: 'schema:issueNumber' }),
    column('published_at', 'datetime', 'When it was published', ({ publishedAt }) => publishedAt, {
      term: 'schema:datePublished',
    }),
    column('reason', 'string', 'Why, as its publisher says', ({ reason }) => reason, { term: 'schema:description' }),
    column('dossiers', 'array', 'The dossiers that it changed', ({ dossiers }) => dossiers),
    column(
      'records',
      'object',
      'How many records of each kind it created, updated and removed',
      ({ records }) => records,
    ),
    column('signed', 'object', 'What is signed of it, with the signature and its key', ({ signed }) => signed),
    column('page', 'string', 'The address of its page', ({ page }) => page, { term: 'schema:url' }),
  ],
  rdf: { subject: (row) => textIn(row, 'page'), types: () => ['schema:PublicationIssue'] },
})
