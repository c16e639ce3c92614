import type { Change, DossierRecords, Effect, Report, Rule, Value } from '@/lib/model'

/** A small dossier to write examples in: two dimensions, one with an inner value. */
export const leaf = (id: string, ...values: Value[]): Value => ({ id, values })

export const emptyDossier = (over: Partial<DossierRecords> = {}): DossierRecords => ({
  dossier: {
    id: 'test',
    title: 'Test',
    timeZone: 'Asia/Tokyo',
    default: 'unstated',
    dimensions: [
      { id: 'thing', values: [leaf('weapon', leaf('ship'), leaf('gun')), leaf('radar')] },
      { id: 'place', values: [leaf('near'), leaf('far')] },
    ],
  },
  rules: [],
  changes: [],
  actors: [],
  reports: [],
  ...over,
})

export const rule = (id: string, over: Partial<Rule> = {}): Rule => ({
  id,
  title: id,
  scope: {},
  overrides: [],
  basis: [],
  ...over,
})

export const change = (
  id: string,
  ...alterations: (Partial<Change['alterations'][number]> & { rule: string })[]
): Change => ({
  id,
  title: id,
  alterations: alterations.map((over) => ({ to: 'permitted', conditions: [], from: null, until: null, ...over })),
})

export const moves = (changeId: string, stage: Effect['stage'], on?: string): Effect => ({
  change: changeId,
  kind: 'moves',
  stage,
  on,
  certainty: 'said',
  attribution: [],
})

export const report = (id: string, published: string, ...effects: Effect[]): Report => ({
  id,
  source: 'kyodo-news',
  headline: id,
  published,
  language: 'en',
  kind: 'news',
  sourcing: 'seen',
  attribution: [],
  effects,
  positions: [],
  expectations: [],
  related: [],
  summary: '',
})

export { anyDay, anyDossier } from './random/dossier'
