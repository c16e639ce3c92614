/*
 * The names that addresses are made of and that Next must know before it builds, hence plain JavaScript (`next.config.js`).
 */

export const english = /** @type {const} */ ('en')
export const japanese = /** @type {const} */ ('ja')

/** The languages of the site, as they stand in addresses; the first is the usual one. */
export const languages = /** @type {const} */ ([english, japanese])

/** The language of texts that do not say theirs: a single string in a record, a name made of an id. */
export const plainLanguage = english

/** The language that the desk speaks. */
export const deskLanguage = english

/** The file names of a feed: RSS 2.0, Atom 1.0 (RFC 4287) and JSON Feed 1.1. They hold the same items. */
export const feedFiles = /** @type {const} */ (['feed.xml', 'atom.xml', 'feed.json'])

/** The file names under which a citation can be had, beside the page that is cited: BibTeX, RIS and CSL-JSON. */
export const citationFiles = /** @type {const} */ (['cite.bib', 'cite.ris', 'cite.json'])

/** The folders of addresses in which a record has a feed of its own. */
export const recordFolders = /** @type {const} */ (['rules', 'changes', 'actors'])

/** @param {readonly string[]} files */
const oneOf = (files) => `/:file(${files.map((file) => file.replace('.', '\\.')).join('|')})`
const locale = `/:locale(${languages.join('|')})`
const feed = oneOf(feedFiles)
const citation = oneOf(citationFiles)

/** Feeds and citations stand where readers look for them; their handlers stand together in `app/feeds` and `app/citations`. */
export const rewrites = [
  { source: `${locale}/corrections.xml`, destination: `/feeds/:locale/corrections/${feedFiles[0]}` },
  { source: `${locale}/corrections${feed}`, destination: '/feeds/:locale/corrections/:file' },
  { source: `${locale}${feed}`, destination: '/feeds/:locale/site/:file' },
  { source: `${locale}/:dossier${feed}`, destination: '/feeds/:locale/dossiers/:dossier/:file' },
  {
    source: `${locale}/:dossier/:kind(${recordFolders.join('|')})/:id${feed}`,
    destination: '/feeds/:locale/records/:dossier/:kind/:id/:file',
  },
  { source: `${locale}/:dossier${citation}`, destination: '/citations/:locale/:dossier/:file' },
  { source: `${locale}/:dossier/ask${citation}`, destination: '/citations/:locale/:dossier/ask/:file' },
  {
    source: `${locale}/:dossier/reports/:id${citation}`,
    destination: '/citations/:locale/:dossier/reports/:id/:file',
  },
]
