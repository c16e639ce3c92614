import fc from 'fast-check'
import { type Site, sitePages } from '@/lib/model'
import { anyId, anyText, anyUrl, anyWords, maybe, record, timeZones } from './words'

const anyPage = fc
  .dictionary(
    fc.constantFrom('en', 'ja', 'de', 'ar'),
    anyWords.map((text) => text.trim()).filter((text) => text !== ''),
    {
      minKeys: 1,
      maxKeys: 3,
      noNullPrototype: true,
    },
  )
  // As files stand in a folder.
  .map((texts) => Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1))))

const anyLicence: fc.Arbitrary<Site['licence']> = fc.oneof(
  fc.constant<'none'>('none'),
  record({ name: anyText, spdx: fc.constantFrom('CC-BY-4.0', 'CC0-1.0', 'ODbL-1.0'), url: maybe(anyUrl) }),
  record({ name: anyText, spdx: fc.constant(undefined), url: anyUrl }),
)

/** What a tracker says of itself, sound. */
export const anySite: fc.Arbitrary<Site> = record<Site>({
  id: fc.constant('site'),
  name: anyText,
  line: anyText,
  mark: maybe(fc.constantFrom('M4 4h24v24H4z', 'm0,0 a 8 8 0 1 0 1e0 -2.5z')),
  accent: maybe(fc.constantFrom('#7a1f2b', '#003366', '#000000')),
  languages: maybe(fc.constantFrom<Site['languages']>(['en'], ['ja'], ['ja', 'en'])),
  zone: fc.constantFrom(...timeZones),
  dossiers: fc.uniqueArray(anyId, { maxLength: 3 }),
  licence: anyLicence,
  contact: maybe(fc.constantFrom('desk@example.org', 'https://example.org/contact')),
  authority: maybe(
    record({ name: fc.constantFrom('example.org', 'desk@example.org'), since: fc.constant('2026-11-25') }),
  ),
  pages: maybe(
    fc
      .subarray([...sitePages], { minLength: 1 })
      .chain((ids) => record<NonNullable<Site['pages']>>(Object.fromEntries(ids.map((id) => [id, anyPage])) as never)),
  ),
  formerly: fc.constant(undefined),
})
