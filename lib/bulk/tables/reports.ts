import { plainLanguage } from '@/lib/addresses/names'
import { pageOfRecord } from '@/lib/api/records/record-form'
import {
  certainties,
  type Effect,
  type Expectation,
  effectEvents,
  effectKinds,
  type Position,
  publishedDate,
  type Report,
  reportKinds,
  sourcings,
  stages,
  stances,
} from '@/lib/model'
import { column, dates, quotes, type ReadColumn, texts } from '../column'
import { type Place, type Row, table, textIn } from '../table'
import { ofDossier, type RecordAt } from './records'

const publication = <Item extends { record: Report; zone: string }>(): ReadColumn<Item>[] =>
  dates<Item>(
    'published',
    'When it was published: a day, a month or a year, or an instant',
    ({ record }) => record.published,
    {
      term: 'schema:datePublished',
      dateOf: ({ zone }, told) => publishedDate(told, zone),
    },
  )

export const reportTable = table<RecordAt<Report>>('reports', {
  says: 'A news report or an official document, those that were retracted or of which nothing holds too; what it tells stands in `effects`, `positions` and `expectations`',
  key: ['dossier', 'id'],
  columns: [
    ofDossier(),
    column('id', 'string', 'Its id, a slug', ({ record }) => record.id, { term: 'schema:identifier' }),
    column('source', 'string', 'Who published it', ({ record }) => record.source, {
      term: 'schema:publisher',
      refers: 'sources',
    }),
    column('url', 'string', 'The address of the original', ({ record }) => record.url, { term: 'schema:sameAs' }),
    ...texts<RecordAt<Report>>('headline', 'The headline of the original', ({ record }) => record.headline, {
      term: 'schema:headline',
    }),
    ...texts<RecordAt<Report>>(
      'title',
      'Our own headline, where the original says nothing by itself',
      ({ record }) => record.title,
      {
        term: 'schema:alternativeHeadline',
      },
    ),
    ...publication<RecordAt<Report>>(),
    column('language', 'string', 'The language of the original', ({ record }) => record.language, {
      term: 'schema:inLanguage',
    }),
    column('kind', 'string', 'What it is', ({ record }) => record.kind, { words: reportKinds }),
    column('sourcing', 'string', 'How it is known', ({ record }) => record.sourcing, { words: sourcings }),
    column(
      'attribution',
      'array',
      'From the publisher towards the origin of what it says',
      ({ record }) => record.attribution,
    ),
    column('related', 'array', 'Reports that belong with it', ({ record }) => record.related, {
      term: 'schema:isBasedOn',
      refers: 'reports',
    }),
    ...texts<RecordAt<Report>>('note', 'A note of ours', ({ record }) => record.note, { term: 'schema:description' }),
    column('corrections', 'array', 'Public notes that it was changed', ({ record }) => record.corrections),
    column('retracted', 'object', 'That it no longer counts: on which day, and why', ({ record }) => record.retracted),
    column('summary', 'string', 'Our own summary', ({ record }) => record.summary, {
      term: 'schema:abstract',
      language: plainLanguage,
    }),
    column(
      'translations',
      'object',
      'The summary in other languages, each with which text it translates',
      ({ record }) => record.translations,
    ),
    column('formerly', 'array', 'The ids that it had before', ({ record }) => record.formerly),
    column('edition', 'integer', 'The edition that last changed it', ({ edition }) => edition, {
      term: 'schema:version',
    }),
    column('page', 'string', 'The address of its page', ({ page }) => page, { term: 'schema:url' }),
  ],
  rdf: {
    subject: (row) => textIn(row, 'page'),
    types: ({ kind }) => [
      kind === 'news' ? 'schema:NewsArticle' : kind === 'official' ? 'schema:CreativeWork' : 'schema:Article',
    ],
  },
})

/** What a report tells, with the report. */
export interface PlacedTold<Told> extends RecordAt<Report> {
  position: number
  told: Told
}

const place = <Told>(): ReadColumn<PlacedTold<Told>>[] => [
  ofDossier(),
  column('report', 'string', 'The report that tells it', ({ record }) => record.id, {
    term: 'schema:appearance',
    refers: 'reports',
  }),
  column('position', 'integer', 'Its place among those of the report, from 0', ({ position }) => position, {
    term: 'schema:position',
  }),
]

const whence = <Told extends { note?: Effect['note'] }>(): ReadColumn<PlacedTold<Told>>[] => [
  ...texts<PlacedTold<Told>>('note', 'A note of ours', ({ told }) => told.note, { term: 'schema:description' }),
  column('source', 'string', 'Who published the report', ({ record }) => record.source, {
    term: 'schema:publisher',
    refers: 'sources',
  }),
  ...publication<PlacedTold<Told>>(),
  column('edition', 'integer', 'The edition that last changed the report', ({ edition }) => edition, {
    term: 'schema:version',
  }),
  column('page', 'string', 'The address of the page of the report', ({ page }) => page, { term: 'schema:url' }),
]

const change = <Told extends { change: string }>(): ReadColumn<PlacedTold<Told>> =>
  column('change', 'string', 'The change that it is about', ({ told }) => told.change, {
    term: 'schema:about',
    refers: 'changes',
  })

const key = ['dossier', 'report', 'position']
const inRdf = (what: string) => ({
  subject: (row: Row, { root }: Place) =>
    `${pageOfRecord('report', { dossier: textIn(row, 'dossier'), id: textIn(row, 'report') }, root)}#${what}-${row.position}`,
  types: () => ['schema:Claim'],
})

export const effectTable = table<PlacedTold<Effect>>('effects', {
  says: 'What a standing report says of a change',
  key,
  columns: [
    ...place<Effect>(),
    change(),
    column('kind', 'string', 'What it does', ({ told }) => told.kind, { words: effectKinds }),
    column('stage', 'string', 'To which stage', ({ told }) => told.stage, { words: stages }),
    ...dates<PlacedTold<Effect>>(
      'on',
      'On which date, where that is not the one of the report',
      ({ told }) => told.on,
      {
        term: 'schema:temporal',
      },
    ),
    ...quotes<PlacedTold<Effect>>(({ told }) => told.quote),
    column('certainty', 'string', 'How surely it is said', ({ told }) => told.certainty, { words: certainties }),
    column(
      'rules',
      'array',
      'The rules that it is about, where that is not the whole change',
      ({ told }) => told.rules,
      {
        refers: 'rules',
      },
    ),
    column('by', 'string', 'Who took the step', ({ told }) => told.by, { refers: 'actors' }),
    column('event', 'string', 'What happened, in the terms of the field', ({ told }) => told.event, {
      words: effectEvents,
    }),
    column(
      'attribution',
      'array',
      'From the publisher towards the origin, where it is not that of the report',
      ({ told }) => told.attribution,
    ),
    ...whence<Effect>(),
  ],
  rdf: inRdf('effect'),
})

export const positionTable = table<PlacedTold<Position>>('positions', {
  says: 'What a standing report says of the stance of an actor on a change',
  key,
  columns: [
    ...place<Position>(),
    column('actor', 'string', 'Whose stance it is', ({ told }) => told.actor, {
      term: 'schema:creator',
      refers: 'actors',
    }),
    change(),
    column('stance', 'string', 'Which it is', ({ told }) => told.stance, { words: stances }),
    ...dates<PlacedTold<Position>>(
      'on',
      'Since when, where that is not the date of the report',
      ({ told }) => told.on,
      {
        term: 'schema:temporal',
      },
    ),
    ...quotes<PlacedTold<Position>>(({ told }) => told.quote),
    ...whence<Position>(),
  ],
  rdf: inRdf('position'),
})

export const expectationTable = table<PlacedTold<Expectation>>('expectations', {
  says: 'A dated forecast in a standing report: the change is to reach the stage within the window',
  key,
  columns: [
    ...place<Expectation>(),
    change(),
    column('stage', 'string', 'The stage that is expected', ({ told }) => told.stage, { words: stages }),
    ...dates<PlacedTold<Expectation>>('from', 'From when on', ({ told }) => told.from),
    ...dates<PlacedTold<Expectation>>('until', 'By when', ({ told }) => told.until, { term: 'schema:expires' }),
    ...quotes<PlacedTold<Expectation>>(({ told }) => told.quote),
    ...whence<Expectation>(),
  ],
  rdf: inRdf('expectation'),
})
