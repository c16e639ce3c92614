import type { Address, Parameter } from './address'
import {
  calendarFile,
  calendarFolders,
  citationFiles,
  citedFolders,
  evidenceFiles,
  feedFiles,
  recordFolders,
  securityFile,
} from './names'
import { timelineFilter } from './pages'
import { moment, parameter, pins } from './parameters'

/** Feeds go by what is public now, and files by nothing. */
const file = <Name extends string = never, More extends Partial<Address> = object>(
  path: string,
  parameters?: Readonly<Record<Name, Parameter>>,
  more?: More,
): Address<string, Name> & More => ({
  path,
  parameters: (parameters ?? {}) as Readonly<Record<Name, Parameter>>,
  absolute: true,
  ...(more as More),
})

/** The part of a feed that is complete (RFC 5005): the first is 1; left out, the newest items. */
const archive = { archive: parameter.number() }

/** What a feed takes, whatever its form. */
export const feeds = {
  site: file('/{locale}', archive, { repeated: 'last' }),
  corrections: file('/{locale}/corrections', archive, { repeated: 'last' }),
  dossier: file('/{locale}/{dossier}', { ...timelineFilter, ...archive }, { repeated: 'last' }),
  record: file('/{locale}/{dossier}/{folder}/{id}', archive, { repeated: 'last' }),
  answer: file('/{locale}/{dossier}/ask', archive, { repeated: 'last', dimensions: 'dropEmpty' as const }),
}

/** Coming dates to subscribe to. */
export const calendars = {
  site: file(`/{locale}/${calendarFile}`, undefined, { repeated: 'last' }),
  dossier: file(`/{locale}/{dossier}/${calendarFile}`, undefined, { repeated: 'last' }),
  record: file(`/{locale}/{dossier}/{folder}/{id}/${calendarFile}`, undefined, { repeated: 'last' }),
  answer: file(`/{locale}/{dossier}/ask/${calendarFile}`, undefined, {
    repeated: 'last',
    dimensions: 'dropEmpty' as const,
  }),
}

const inAllForms = (address: Address, folder = address.path): Address[] =>
  feedFiles.map((name) => ({ ...address, path: `${folder}/${name}` }))

/** What a page says of how to cite it, as a file; of the edition and the day that it is read at. */
export const citation = file('/{locale}/{dossier}', pins, { repeated: 'first' })

/** An answer, or the reports on which it rests, as a file. */
export const answerCitation = file(
  '/{locale}/{dossier}/ask',
  { ...pins, ...moment },
  { repeated: 'first', dimensions: 'dropEmpty' as const },
)

const citations = (folder: string, of: Address = citation, names: readonly string[] = citationFiles): Address[] =>
  names.map((name) => ({ ...of, path: `${folder}/${name}` }))

export const files = {
  openSearch: file('/opensearch.xml', { language: parameter.text() }, { repeated: 'first' }),
  opml: file('/feeds.opml'),
  opmlOf: file('/{locale}/feeds.opml'),
  robots: file('/robots.txt', undefined, { overlooks: true }),
  sitemap: file('/sitemap.xml', { part: parameter.number() }, { repeated: 'first' }),
  newsSitemap: file('/sitemap-news.xml'),
  security: file(securityFile),
  /** Some ask for it with a parameter of their own. */
  icon: file('/icon.svg', undefined, { overlooks: true, absolute: false }),
  accent: file('/accent.css', undefined, { overlooks: true, absolute: false }),
  /** Where software looks for what a site is known by (RFC 8615). */
  signingKeys: file('/.well-known/rulewire-key.json', undefined, { overlooks: true, absolute: false }),
}

/** Every feed, citation and file, each in all its forms. */
export const fileAddresses: readonly Address[] = [
  { ...feeds.corrections, path: '/{locale}/corrections.xml' },
  ...inAllForms(feeds.corrections),
  ...inAllForms(feeds.site),
  ...citations('/{locale}/{dossier}'),
  ...citations('/{locale}/{dossier}/ask', answerCitation),
  ...citations('/{locale}/{dossier}/ask', answerCitation, evidenceFiles),
  ...citedFolders.flatMap((folder) => citations(`/{locale}/{dossier}/${folder}/{id}`)),
  ...inAllForms(feeds.dossier),
  ...inAllForms(feeds.answer),
  ...recordFolders.flatMap((folder) => inAllForms(feeds.record, `/{locale}/{dossier}/${folder}/{id}`)),
  calendars.site,
  calendars.dossier,
  calendars.answer,
  ...calendarFolders.map((folder) => ({
    ...calendars.record,
    path: `/{locale}/{dossier}/${folder}/{id}/${calendarFile}`,
  })),
  ...Object.values(files),
]
