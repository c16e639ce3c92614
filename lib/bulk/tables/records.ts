import { tagId } from '@/lib/events/tag'
import {
  type Actor,
  actorKinds,
  type Change,
  type Dossier,
  type Rule,
  ruleKinds,
  type Source,
  sourceKinds,
  spokenByDefault,
  tiers,
} from '@/lib/model'
import { column, dates, type ReadColumn, texts } from '../column'
import { type Place, type Row, table, textIn } from '../table'

/** A record where it stands. */
export interface RecordAt<R> {
  /** '' of a publisher. */
  dossier: string
  /** The edition that brought this state of it. */
  edition: number
  record: R
  /** The address of its page, where it has one. */
  page: string | null
  /** The time zone of its dossier. */
  zone: string
}

export const ofDossier = <Item extends { dossier: string }>(): ReadColumn<Item> =>
  column('dossier', 'string', 'The dossier that it belongs to', ({ dossier }) => dossier, {
    term: 'schema:isPartOf',
    refers: 'dossiers',
  })

const id = <R extends { id: string }>(): ReadColumn<RecordAt<R>> =>
  column('id', 'string', 'Its id, a slug', ({ record }) => record.id, { term: 'schema:identifier' })

const note = <R extends { note?: Actor['note'] }>() =>
  texts<RecordAt<R>>('note', 'A note of ours', ({ record }) => record.note, { term: 'schema:description' })

/** What every record has at its end. */
const ends = <R extends { formerly?: string[] | undefined }>(
  { hasPage } = { hasPage: true },
): ReadColumn<RecordAt<R>>[] => [
  column('formerly', 'array', 'The ids that it had before', ({ record }) => record.formerly),
  column('edition', 'integer', 'The edition that last changed it', ({ edition }) => edition, {
    term: 'schema:version',
  }),
  ...(hasPage
    ? [column<RecordAt<R>>('page', 'string', 'The address of its page', ({ page }) => page, { term: 'schema:url' })]
    : []),
]

const pageIn = (row: Row): string => textIn(row, 'page')

export const dossierTable = table<RecordAt<Dossier>>('dossiers', {
  says: 'A policy area that is tracked',
  key: ['id'],
  columns: [
    id(),
    ...texts<RecordAt<Dossier>>('title', 'Its title', ({ record }) => record.title, { term: 'schema:name' }),
    ...texts<RecordAt<Dossier>>('summary', 'What it is about', ({ record }) => record.summary, {
      term: 'schema:description',
    }),
    column('jurisdiction', 'string', 'Whose policy it is', ({ record }) => record.jurisdiction, {
      term: 'schema:spatialCoverage',
    }),
    column('time_zone', 'string', 'The time zone in which its days are counted', ({ record }) => record.timeZone),
    ...texts<RecordAt<Dossier>>(
      'question',
      'The question that it answers, with a blank for each dimension',
      ({ record }) => record.question,
    ),
    ...texts<RecordAt<Dossier>>('asks', 'The question as a whole', ({ record }) => record.asks),
    column('default', 'string', 'The answer where no rule speaks', ({ record }) => record.default, {
      words: spokenByDefault,
    }),
    ...dates<RecordAt<Dossier>>('coverage_from', 'From when on it is covered', ({ record }) => record.coverage?.from),
    ...dates<RecordAt<Dossier>>(
      'coverage_checked',
      'When that was last checked',
      ({ record }) => record.coverage?.checked,
    ),
    column('untracked', 'array', 'Scopes that are not followed', ({ record }) => record.untracked),
    column('words', 'object', 'How it words dispositions and stages', ({ record }) => record.words),
    column('matrix', 'object', 'Which dimensions its matrix crosses', ({ record }) => record.matrix),
    column('featured', 'array', 'The cases on front pages', ({ record }) => record.featured),
    column('review', 'object', 'When a second person has to look', ({ record }) => record.review),
    column('terms', 'array', 'Lists of words that mean one thing in it', ({ record }) => record.terms),
    ...ends<Dossier>(),
  ],
  rdf: { subject: pageIn, types: () => ['schema:Collection'] },
})

/** The name of a publisher, which has no page: a `tag:` id. */
export const sourceName = (source: string, { authority }: Place): string => tagId(authority, `sources/${source}`)

export const sourceTable = table<RecordAt<Source>>('sources', {
  says: 'A publisher of reports',
  key: ['id'],
  columns: [
    id(),
    ...texts<RecordAt<Source>>('name', 'Its name', ({ record }) => record.name, { term: 'schema:name' }),
    column('kind', 'string', 'What it is', ({ record }) => record.kind, { words: sourceKinds }),
    column('url', 'string', 'Its own address', ({ record }) => record.url, { term: 'schema:url' }),
    column('language', 'string', 'In which language it publishes', ({ record }) => record.language, {
      term: 'schema:knowsLanguage',
    }),
    column('country', 'string', 'Where it stands', ({ record }) => record.country),
    column(
      'tier',
      'string',
      'How near it stands to the text, where its kind does not tell',
      ({ record }) => record.tier,
      {
        words: tiers,
      },
    ),
    ...ends<Source>({ hasPage: false }),
  ],
  rdf: {
    subject: (row, place) => sourceName(textIn(row, 'id'), place),
    types: ({ kind }) =>
      ['agency', 'newspaper', 'broadcaster'].includes(String(kind))
        ? ['schema:NewsMediaOrganization']
        : ['schema:Organization'],
  },
})

const typeOfActor: Record<Actor['kind'], string> = {
  person: 'schema:Person',
  party: 'schema:PoliticalParty',
  government: 'schema:GovernmentOrganization',
  state: 'schema:Country',
  body: 'schema:Organization',
  company: 'schema:Corporation',
  other: 'schema:Thing',
}

export const actorTable = table<RecordAt<Actor>>('actors', {
  says: 'Who plays a part in a dossier',
  key: ['dossier', 'id'],
  columns: [
    ofDossier(),
    id(),
    ...texts<RecordAt<Actor>>('name', 'Its name', ({ record }) => record.name, { term: 'schema:name' }),
    column('kind', 'string', 'What it is', ({ record }) => record.kind, { words: actorKinds }),
    ...note<Actor>(),
    column('url', 'string', 'Its own address', ({ record }) => record.url, { term: 'schema:sameAs' }),
    column('of', 'array', 'To whom it belongs, and when', ({ record }) => record.of),
    ...ends<Actor>(),
  ],
  rdf: { subject: pageIn, types: ({ kind }) => [typeOfActor[kind as Actor['kind']]] },
})

export const ruleTable = table<RecordAt<Rule>>('rules', {
  says: 'A norm or a duty with the cases that it covers; what it says, and since when, stands in `statuses`',
  key: ['dossier', 'id'],
  columns: [
    ofDossier(),
    id(),
    ...texts<RecordAt<Rule>>('title', 'Its title', ({ record }) => record.title, { term: 'eli:title' }),
    ...note<Rule>(),
    column(
      'kind',
      'string',
      'Whether it decides, or applies beside what decides',
      ({ record }) => record.kind ?? 'norm',
      {
        words: ruleKinds,
      },
    ),
    column(
      'scope',
      'object',
      'The cases that it covers: values by dimension, all where one is left out',
      ({ record }) => record.scope,
    ),
    column('overrides', 'array', 'The rules that it sets aside', ({ record }) => record.overrides, { refers: 'rules' }),
    column('basis', 'array', 'Where it is written', ({ record }) => record.basis),
    ...ends<Rule>(),
  ],
  rdf: { subject: pageIn, types: () => ['eli:LegalResource', 'schema:Legislation'] },
})

export const changeTable = table<RecordAt<Change>>('changes', {
  says: 'A measure that alters rules, from first idea to law; what it alters stands in `alterations`',
  key: ['dossier', 'id'],
  columns: [
    ofDossier(),
    id(),
    ...texts<RecordAt<Change>>('title', 'Its title', ({ record }) => record.title, { term: 'eli:title' }),
    ...note<Change>(),
    column('starts', 'array', 'The rules that begin to apply on it', ({ record }) => record.starts, {
      refers: 'rules',
    }),
    column(
      'concerns',
      'object',
      'The cases that it is about though it alters no rule',
      ({ record }) => record.concerns,
    ),
    column('resolutions', 'array', 'How contradictions about it were settled', ({ record }) => record.resolutions),
    ...ends<Change>(),
  ],
  rdf: { subject: pageIn, types: () => ['eli:LegalResource', 'schema:Legislation'] },
})
