import { discreditedFilters, effectKinds, stages } from '@/lib/model'
import { searchedKinds } from '@/lib/search/fields'
import type { Address, Parameter } from './address'
import { assumptions, assumptionsThere, axes, moment, parameter, pins, sides } from './parameters'

/** A page below the language. All of them can be read at an earlier edition, and as on another day. */
function page<Below extends string, Name extends string = never, More extends Partial<Address> = object>(
  below: Below,
  parameters?: Readonly<Record<Name, Parameter>>,
  more?: More,
): Address<`/{locale}${Below}`, Name | keyof typeof pins> & { isPage: true } & More {
  const path = `/{locale}${below}` as const
  const all = { ...pins, ...parameters } as Readonly<Record<Name | keyof typeof pins, Parameter>>
  return { path, parameters: all, isPage: true, absolute: true, ...(more as More) }
}

/** A time that a list is narrowed to, first and last day included. */
const range = { from: parameter.date(), to: parameter.date() }

/** What narrows a timeline, and the feed that follows it. */
export const timelineFilter = {
  rule: parameter.id(),
  change: parameter.id(),
  actor: parameter.id(),
  stage: parameter.code(stages),
  effect: parameter.code(effectKinds),
  source: parameter.id(),
  ...range,
  words: parameter.text(),
  discredited: parameter.code(discreditedFilters),
}

/** What the page on which one asks to follow, and that of who follows, say of the form that was sent last. */
export const askedSaid = ['asked', 'address', 'what', 'often', 'foreign', 'off'] as const
export const mineSaid = ['confirmed', 'changed'] as const

/** Every page of the site. */
export const pages = {
  home: page(''),
  askAll: page('/ask', { words: parameter.text() }),
  feeds: page('/feeds'),
  follow: page('/follow', { what: parameter.text(), said: parameter.code(askedSaid) }, { isPrivate: true as const }),
  following: page(
    '/follow/mine',
    { token: parameter.text(), said: parameter.code(mineSaid) },
    { isPrivate: true as const },
  ),
  about: page('/about'),
  method: page('/method'),
  data: page('/data'),
  imprint: page('/imprint'),
  accessibility: page('/accessibility'),
  fileForm: page('/data/file-form'),
  api: page('/data/api', { dossier: parameter.id() }),
  search: page('/search', {
    q: parameter.text(),
    kind: parameter.code(searchedKinds),
    dossier: parameter.id(),
    page: parameter.number(),
  }),
  corrections: page('/corrections', { dossier: parameter.id() }),
  editions: page('/editions', { before: parameter.number() }),
  edition: page('/editions/{id}'),
  dossier: page('/{dossier}'),
  timeline: page('/{dossier}/timeline', { ...timelineFilter, cursor: parameter.text() }),
  report: page('/{dossier}/reports/{id}'),
  rules: page('/{dossier}/rules'),
  rule: page('/{dossier}/rules/{id}'),
  changes: page('/{dossier}/changes'),
  change: page('/{dossier}/changes/{id}'),
  matrix: page('/{dossier}/matrix', { ...axes, ...moment }, { dimensions: 'keepEmpty' as const, asksForDay: true }),
  compare: page('/{dossier}/compare', { ...sides, ...assumptionsThere }, { dimensions: 'dropEmpty' as const }),
  ask: page(
    '/{dossier}/ask',
    { ...moment, words: parameter.text() },
    { dimensions: 'dropEmpty' as const, asksForDay: true },
  ),
  whatIf: page('/{dossier}/what-if', { ...assumptions, take: parameter.ids(), day: parameter.day() }),
  grounds: page('/{dossier}/grounds'),
  calendar: page('/{dossier}/calendar'),
  scorecard: page('/{dossier}/scorecard'),
  contradictions: page('/{dossier}/contradictions'),
  silences: page('/{dossier}/silences'),
  more: page('/{dossier}/more'),
  actors: page('/{dossier}/actors'),
  actor: page('/{dossier}/actors/{id}', range),
  sources: page('/{dossier}/sources'),
}

/** Any page of the table. */
export type PageAddress = (typeof pages)[keyof typeof pages]

/** What stands for an address below a language that no page has. */
export const nowhere = page('', {}, { overlooks: true })
