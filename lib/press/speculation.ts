import { type MadeFile, versionOf } from './copies/files'
import { privatePrefixes } from './gate/straight'

/*
 * Speculation rules (WICG Speculation Rules, section 3.2): browsers that know them draw the next page while the pointer rests on
 * its link. Public pages run nothing and cost a copy, so that drawing one ahead is free of effects.
 */

const links = {
  and: [
    { href_matches: '/*' },
    ...privatePrefixes.map((prefix) => ({ not: { href_matches: `${prefix}/*` } })),
    // What somebody searched for is seldom searched for again: nobody's page is ready, and few links to one are followed.
    { not: { href_matches: '/*/search?*' } },
    // Feeds and other files are no pages.
    ...['xml', 'json', 'opml'].flatMap((kind) => [
      { not: { href_matches: `/*.${kind}` } },
      { not: { href_matches: `/*.${kind}?*` } },
    ]),
    { not: { selector_matches: '[rel~=nofollow], [download]' } },
  ],
}

const bytes = Buffer.from(`${JSON.stringify({ prerender: [{ where: links, eagerness: 'moderate' }] })}\n`)

export const speculationFile: MadeFile = {
  url: '/assets/speculation-rules.json',
  type: 'application/speculationrules+json',
  bytes,
}

/** What the header `Speculation-Rules` of a page points to. */
export const speculationUrl = `${speculationFile.url}?v=${versionOf(bytes)}`
