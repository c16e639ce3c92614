import { citationFiles } from '@/lib/citation/forms'
import { feedFiles } from '@/lib/feeds/feed'
import { recordFolders } from '@/lib/feeds/followed'

/** One public address pattern. `{locale}` is a language, any other `{name}` an id (a slug). */
export interface Route {
  path: string
  /** Parameters that the page reads. */
  parameters: readonly string[]
  /**
   * Whether the dimensions of the dossier are parameters too. On `keepEmpty` an empty one differs from one left out: the
   * matrix takes it as "any value" where a missing one means the usual value.
   */
  dimensions?: 'dropEmpty' | 'keepEmpty'
  /** What becomes of parameters that are not known; pages overlook them, the API refuses them itself. */
  unknown?: 'keep'
  /** Which of several values counts. Pages refuse several, so that all are kept for them to see. */
  repeated?: 'first' | 'last'
  /** Whether it is a page of the site, in all its languages. */
  isPage?: boolean
  /** Whether the answer holds absolute addresses, which depend on the host while no public address is set. */
  absolute: boolean
}

const timelineFilter = ['rule', 'change', 'actor', 'stage', 'effect', 'source', 'from', 'to', 'words']
/** The two dimensions of a matrix, and from which of their values on a large one is shown. */
const axes = ['rows', 'columns', 'rowsFrom', 'columnsFrom']
const moment = ['on', 'known']
const sides = ['from', 'fromKnown', 'fromEdition', 'to', 'toKnown', 'toEdition']

/** A page can be read at an earlier edition, and as on another day. */
const pins = ['edition', 'on']

const page = (path: string, { parameters = [], ...more }: Partial<Route> = {}): Route => ({
  path,
  parameters: [...new Set([...parameters, ...pins])],
  absolute: true,
  isPage: true,
  ...more,
})

/** Feeds go by what is public now, and files by nothing. */
const plain = (path: string, more: Partial<Route> = {}): Route => ({ path, parameters: [], absolute: true, ...more })

/** A feed in all its forms. */
const feeds = (folder: string, more: Partial<Route> = {}): Route[] =>
  feedFiles.map((file) => plain(`${folder}/${file}`, more))

/** What a page says of how to cite it, as files; of the edition and the day that it is read at. */
const citations = (folder: string): Route[] =>
  citationFiles.map((file) => plain(`${folder}/${file}`, { parameters: pins, repeated: 'first' }))

/** What the API answers of a dossier. */
const api = (form: string, more: Partial<Route>): Route =>
  plain(`/api/v1/dossiers/{dossier}/${form}`, { unknown: 'keep', repeated: 'first', absolute: false, ...more })

/** Every public address there is. An address that is not here is answered by Next each time and never kept. */
export const routes: readonly Route[] = [
  page('/{locale}'),
  page('/{locale}/feeds'),
  page('/{locale}/about'),
  page('/{locale}/method'),
  page('/{locale}/search', { parameters: ['q', 'kind', 'dossier', 'page'] }),
  page('/{locale}/data'),
  page('/{locale}/corrections', { parameters: ['dossier'] }),
  page('/{locale}/editions', { parameters: ['before'] }),
  page('/{locale}/editions/{id}'),
  plain('/{locale}/corrections.xml'),
  ...feeds('/{locale}/corrections'),
  ...feeds('/{locale}'),
  page('/{locale}/{dossier}'),
  ...citations('/{locale}/{dossier}'),
  page('/{locale}/{dossier}/timeline', { parameters: [...timelineFilter, 'cursor'] }),
  page('/{locale}/{dossier}/reports/{id}'),
  ...citations('/{locale}/{dossier}/reports/{id}'),
  page('/{locale}/{dossier}/rules'),
  page('/{locale}/{dossier}/rules/{id}'),
  page('/{locale}/{dossier}/changes'),
  page('/{locale}/{dossier}/changes/{id}'),
  page('/{locale}/{dossier}/matrix', { parameters: [...axes, ...moment], dimensions: 'keepEmpty' }),
  page('/{locale}/{dossier}/compare', { parameters: sides, dimensions: 'dropEmpty' }),
  page('/{locale}/{dossier}/ask', { parameters: [...moment, 'words'], dimensions: 'dropEmpty' }),
  page('/{locale}/{dossier}/calendar'),
  page('/{locale}/{dossier}/scorecard'),
  page('/{locale}/{dossier}/contradictions'),
  page('/{locale}/{dossier}/actors'),
  page('/{locale}/{dossier}/sources'),
  ...feeds('/{locale}/{dossier}', { parameters: timelineFilter, repeated: 'last' }),
  ...recordFolders.flatMap((folder) => feeds(`/{locale}/{dossier}/${folder}/{id}`)),
  plain('/api/v1/openapi.json', { absolute: false }),
  api('verdict', { parameters: [...moment, 'edition'], dimensions: 'dropEmpty' }),
  ...['matrix', 'matrix.csv'].map((form) =>
    api(form, { parameters: [...axes, ...moment, 'edition'], dimensions: 'keepEmpty' }),
  ),
  ...['compare', 'compare.csv'].map((form) => api(form, { parameters: sides, dimensions: 'dropEmpty' })),
  plain('/api/v1/search', {
    parameters: ['q', 'kind', 'dossier', 'edition', 'page', 'language'],
    unknown: 'keep',
    repeated: 'first',
    absolute: false,
  }),
  plain('/opensearch.xml', { parameters: ['language'], repeated: 'first' }),
  plain('/feeds.opml'),
  plain('/robots.txt'),
  plain('/sitemap.xml', { parameters: ['part'], repeated: 'first' }),
  plain('/icon.svg', { absolute: false }),
]

/** The pages among them, below the language. */
export const pagePaths: readonly string[] = routes
  .filter(({ isPage }) => isPage)
  .map(({ path }) => path.slice('/{locale}'.length))

/*
 * What the press has no part in: the desk, signing in, Next's own machinery, probes, and the front door, whose answer
 * depends on the reader's languages. All else is public: it is printed without cookies, whether it exists or not.
 */
const straight = /^\/(?:$|\?|(?:admin|api\/auth|_next|livez|readyz)(?:$|[/?]))/

/** Whether a request goes to Next as it came. `url` is the request target (RFC 9112, section 3.2.1). */
export const goesStraight = (url: string): boolean => straight.test(url)

/** Address prefixes that no browser should fetch ahead of a click. */
export const privatePrefixes = ['/admin', '/api']
