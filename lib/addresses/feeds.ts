import type { Address, Parameter } from './address'
import { citationFiles, feedFiles, recordFolders } from './names'
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

/** What a feed takes, whatever its form. */
export const feeds = {
  site: file('/{locale}', undefined, { repeated: 'last' }),
  corrections: file('/{locale}/corrections', undefined, { repeated: 'last' }),
  dossier: file('/{locale}/{dossier}', timelineFilter, { repeated: 'last' }),
  record: file('/{locale}/{dossier}/{folder}/{id}', undefined, { repeated: 'last' }),
}

const inAllForms = (address: Address, folder = address.path): Address[] =>
  feedFiles.map((name) => ({ ...address, path: `${folder}/${name}` }))

/** What a page says of how to cite it, as a file; of the edition and the day that it is read at. */
export const citation = file('/{locale}/{dossier}', pins, { repeated: 'first' })

/** The reports on which an answer rests, as a file. */
export const evidenceCitation = file(
  '/{locale}/{dossier}/ask',
  { ...pins, ...moment },
  { repeated: 'first', dimensions: 'dropEmpty' as const },
)

const citations = (folder: string, of: Address = citation): Address[] =>
  citationFiles.map((name) => ({ ...of, path: `${folder}/${name}` }))

export const files = {
  openSearch: file('/opensearch.xml', { language: parameter.text() }, { repeated: 'first' }),
  opml: file('/feeds.opml'),
  robots: file('/robots.txt', undefined, { overlooks: true }),
  sitemap: file('/sitemap.xml', { part: parameter.number() }, { repeated: 'first' }),
  /** Next itself names its icon with a parameter of its own. */
  icon: file('/icon.svg', undefined, { overlooks: true, absolute: false }),
}

/** Every feed, citation and file, each in all its forms. */
export const fileAddresses: readonly Address[] = [
  file('/{locale}/corrections.xml', undefined, { repeated: 'last' }),
  ...inAllForms(feeds.corrections),
  ...inAllForms(feeds.site),
  ...citations('/{locale}/{dossier}'),
  ...citations('/{locale}/{dossier}/ask', evidenceCitation),
  ...citations('/{locale}/{dossier}/reports/{id}'),
  ...inAllForms(feeds.dossier),
  ...recordFolders.flatMap((folder) => inAllForms(feeds.record, `/{locale}/{dossier}/${folder}/{id}`)),
  ...Object.values(files),
]
