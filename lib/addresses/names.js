/*
 * The names that addresses are made of and that Next must know before it builds, hence plain JavaScript (`next.config.js`).
 */

export const english = /** @type {const} */ ('en')
export const japanese = /** @type {const} */ ('ja')

/** The languages whose messages come with the program. */
const own = [english, japanese]

/**
 * The folders that hold messages, a file `<language>.json` for each language: those of the program, and those of whoever runs the site.
 * @returns {string[]}
 */
export function messageFolders() {
  const path = process.getBuiltinModule?.('node:path')
  if (!path) return []
  const { RULEWIRE_CONTENT: theirs } = process.env
  return ['content', ...(theirs ? [theirs] : [])].map((folder) => path.resolve(folder, 'messages'))
}

/**
 * The languages that have messages: those of the program first, then the others by their names. In a browser, which has no files, and
 * decides nothing by it, those of the program.
 * @returns {readonly string[]}
 */
function languagesFound() {
  const fs = process.getBuiltinModule?.('node:fs')
  if (!fs) return own
  const found = messageFolders().flatMap((folder) => {
    try {
      return fs.readdirSync(folder)
    } catch {
      return []
    }
  })
  const others = found.flatMap((name) => /^([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.json$/.exec(name)?.[1] ?? [])
  return [...new Set([...own, ...others.sort()])]
}

/** The languages of the site, as they stand in addresses; the first is the usual one. */
export const languages = languagesFound()

/** The language of texts that do not say theirs: a single string in a record, a name made of an id. */
export const plainLanguage = english

/** The file names of a feed: RSS 2.0, Atom 1.0 (RFC 4287) and JSON Feed 1.1. They hold the same items. */
export const feedFiles = /** @type {const} */ (['feed.xml', 'atom.xml', 'feed.json'])

/** The file names under which a citation can be had, beside the page that is cited: BibTeX, RIS and CSL-JSON. */
export const citationFiles = /** @type {const} */ (['cite.bib', 'cite.ris', 'cite.json'])

/** The same for the reports on which an answer rests, beside the answer. */
export const evidenceFiles = /** @type {const} */ (['evidence.bib', 'evidence.ris', 'evidence.json'])

/** The folders of addresses in which a record can be cited. */
export const citedFolders = /** @type {const} */ (['reports', 'rules', 'changes'])

/** The folders of addresses in which a record has a feed of its own. */
export const recordFolders = /** @type {const} */ (['rules', 'changes', 'actors', 'sources'])

/** The file name of a calendar to subscribe to (iCalendar). */
export const calendarFile = 'calendar.ics'

/** The folders of addresses in which a record has a calendar of its own. */
export const calendarFolders = /** @type {const} */ (['rules', 'changes'])

/** Where it is said whom to tell of a hole in security (RFC 9116). */
export const securityFile = '/.well-known/security.txt'

/** @param {readonly string[]} files */
const oneOf = (files) => `/:file(${files.map((file) => file.replace('.', '\\.')).join('|')})`
// Any name of a language: which of them there are is known when the site starts, not when it is built.
const locale = '/:locale([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)'
const feed = oneOf(feedFiles)
const citation = oneOf(citationFiles)

/** Feeds and citations stand where readers look for them; their handlers stand together in `app/feeds` and `app/citations`. */
export const rewrites = [
  { source: '/.well-known/rulewire-key.json', destination: '/signing-keys' },
  { source: `${locale}/corrections.xml`, destination: `/feeds/:locale/corrections/${feedFiles[0]}` },
  { source: `${locale}/corrections${feed}`, destination: '/feeds/:locale/corrections/:file' },
  { source: `${locale}/${calendarFile}`, destination: '/calendars/:locale/site' },
  { source: `${locale}/:dossier/${calendarFile}`, destination: '/calendars/:locale/dossiers/:dossier' },
  { source: `${locale}/:dossier/ask/${calendarFile}`, destination: '/calendars/:locale/answers/:dossier' },
  {
    source: `${locale}/:dossier/:kind(${calendarFolders.join('|')})/:id/${calendarFile}`,
    destination: '/calendars/:locale/records/:dossier/:kind/:id',
  },
  { source: `${locale}${feed}`, destination: '/feeds/:locale/site/:file' },
  { source: `${locale}/feeds.opml`, destination: '/feeds/:locale/list' },
  { source: `${locale}/:dossier${feed}`, destination: '/feeds/:locale/dossiers/:dossier/:file' },
  { source: `${locale}/:dossier/ask${feed}`, destination: '/feeds/:locale/answers/:dossier/:file' },
  {
    source: `${locale}/:dossier/:kind(${recordFolders.join('|')})/:id${feed}`,
    destination: '/feeds/:locale/records/:dossier/:kind/:id/:file',
  },
  { source: `${locale}/:dossier${citation}`, destination: '/citations/:locale/:dossier/:file' },
  { source: `${locale}/:dossier/ask${citation}`, destination: '/citations/:locale/:dossier/ask/:file' },
  {
    source: `${locale}/:dossier/ask${oneOf(evidenceFiles)}`,
    destination: '/citations/:locale/:dossier/evidence/:file',
  },
  {
    source: `${locale}/:dossier/:kind(${citedFolders.join('|')})/:id${citation}`,
    destination: '/citations/:locale/:dossier/:kind/:id/:file',
  },
  { source: securityFile, destination: '/security.txt' },
]
