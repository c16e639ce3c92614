import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addresses } from '@/lib/addresses'
import { isLocale } from '@/lib/model'
import { canonicalOf } from '@/lib/press/canonical'
import { goesStraight } from '@/lib/press/gate/straight'

const dimensionsOf = (dossier: string) => (dossier === 'arms' ? ['equipment', 'purpose'] : undefined)
const nameable = {
  hasLanguage: isLocale,
  edition: 3,
  dimensionsOf,
  hasDossier: (dossier: string) => dossier === 'arms' || dossier === 'past',
  hasRecord: (_dossier: string, _folder: string, id: string) => id !== 'unknown',
  nowOf: () => undefined,
}
const found = (target: string) => canonicalOf(target, nameable)
const canonical = (target: string) => (found(target)?.isKept ? found(target)?.url : undefined)

const fill = (path: string) =>
  path
    .replace('{locale}', 'ja')
    .replace('{dossier}', 'arms')
    .replace('editions/{id}', 'editions/2')
    .replace('{id}', '2023-08-23-kyodo')

test('every address knows its own address, and keeps what is for all readers', () => {
  for (const address of addresses) {
    const { path, isPrivate = false } = address
    expect(found(fill(path)), path).toMatchObject({ url: fill(path), isKept: !isPrivate })
    expect(found(fill(path))?.address.path, path).toBe(path)
  }
})

test.each([
  ['/en/arms/timeline?to=2024&from=2023', '/en/arms/timeline?from=2023&to=2024'],
  ['/en/arms/timeline?from=&to=%20&words=%20a%20', '/en/arms/timeline?words=a'],
  ['/en/arms/timeline?utm_source=a&UTM_X=1&gclid=2&fbclid=3&_rsc=4', '/en/arms/timeline'],
  ['/en/arms/ask?purpose=rescue&equipment=&utm_source=x', '/en/arms/ask?purpose=rescue'],
  // The matrix takes an empty dimension as "any value", where a missing one means the usual value.
  ['/en/arms/matrix?purpose=&on=', '/en/arms/matrix?purpose='],
  ['/api/v1/dossiers/arms/matrix?purpose=&on=', '/api/v1/dossiers/arms/matrix?purpose='],
  // Pages refuse a parameter given twice, so they have to see both; the API takes the first, the feed the last.
  ['/en/arms/timeline?from=2023&from=', '/en/arms/timeline?from=2023&from='],
  ['/api/v1/dossiers/arms/verdict?on=2023-01-01&on=2024-01-01', '/api/v1/dossiers/arms/verdict?on=2023-01-01'],
  ['/en/arms/feed.xml?rule=a&rule=b', '/en/arms/feed.xml?rule=b'],
  // What is assumed may be given several times, in any order.
  [
    '/api/v1/dossiers/arms/verdict?assume=b%402027-01-01&on=2024-01-01&assume=&assume=a%402026-01-01',
    '/api/v1/dossiers/arms/verdict?assume=a%402026-01-01&assume=b%402027-01-01&on=2024-01-01',
  ],
  [
    '/en/arms/compare?assume=b@2027-01-01&assume=a@2026-01-01',
    '/en/arms/compare?assume=a%402026-01-01&assume=b%402027-01-01',
  ],
  ['/en/arms/compare?assume=%20', '/en/arms/compare'],
  ['/en/', '/en'],
  ['/en/%61rms/', '/en/arms'],
  ['/en/about?mc_cid=1', '/en/about'],
  ['/icon.svg?icon.0cw6.svg', '/icon.svg'],
  ['/ja/arms/preview.png?utm_source=x&page=timeline&on=', '/ja/arms/preview.png?page=timeline'],
  [
    '/en/arms/ask/preview.png?purpose=x&on=2024-01-01&equipment=&known=2023-01-01',
    '/en/arms/ask/preview.png?known=2023-01-01&on=2024-01-01&purpose=x',
  ],
])('%s is %s', (target, expected) => {
  expect(canonical(target)).toBe(expected)
})

test.each([
  '/fr',
  '/EN',
  '/en//arms',
  '//en',
  '/en/arms/reports/A',
  '/en/arms/reports/%',
  '/en/arms/reports/a%2Fb',
  '/en/none',
  '/en/arms/../arms',
  'http://other.example/en',
  '*',
  '',
  `/en/arms/timeline?words=${'a'.repeat(2000)}`,
])('%s is no address of a copy', (target) => {
  expect(canonical(target)).toBeUndefined()
})

test.each([
  '/en/unheard-of',
  '/en/arms/rules/unknown',
  '/en/arms/rules/unknown/feed.xml',
  '/en/editions/4',
  '/en/editions/0',
  '/en/editions/x',
  '/en/arms/nowhere',
  '/feeds/en/site/feed.xml',
])('%s names nothing', (target) => expect(found(target)).toBeNull())

test('what it does not have is left for Next to refuse, and never kept', () => {
  for (const target of [
    '/en/arms/timeline?equipment=ship',
    '/en/arms/compare?item=h20',
    '/ja/about?rows=2023',
    '/en/feed.xml?rule=a',
    '/api/v1/dossiers/arms/verdict?colour=&utm_a=1',
    '/en/arms?__proto__=1',
  ])
    expect(found(target), target).toMatchObject({ url: target, isKept: false })
})

test('what is too long to keep, or was public once, is answered and not kept', () => {
  for (const target of [`/en/arms/timeline?words=${'a'.repeat(2000)}`, '/en/past/rules/a?edition=1'])
    expect(found(target)).toMatchObject({ url: target, isKept: false })
})

test('only the desk, signing in, the machinery, the front door and files in bulk go straight to Next', () => {
  for (const url of [
    '/data/reports.csv',
    '/data/arms/all.sqlite?edition=1',
    '/',
    '/?a=1',
    '/admin',
    '/admin/reports',
    '/admin?x',
    '/api/auth/csrf',
    '/_next/image',
    '/livez',
  ])
    expect(goesStraight(url), url).toBe(true)
  for (const url of [
    '/en',
    '/en/data',
    '/data',
    '/data/a/b/c',
    '/administration',
    '/api/v1/dossiers/arms/verdict',
    '/xx',
    '/icon.svg',
    '//admin',
  ])
    expect(goesStraight(url), url).toBe(false)
})

const name = fc.constantFrom(
  'rule',
  'assume',
  'from',
  'to',
  'words',
  'cursor',
  'purpose',
  'equipment',
  'on',
  'utm_source',
  'x',
)
const query = fc.uniqueArray(fc.tuple(name, fc.string({ unit: 'binary' })), { selector: ([key]) => key })
const path = fc.constantFrom(...addresses.map((address) => fill(address.path)), '/en/arms/')

test('canonical is idempotent, and independent of the order of parameters', () => {
  fc.assert(
    fc.property(path, query, (start, pairs) => {
      const once = canonical(`${start}?${new URLSearchParams(pairs)}`)
      if (once === undefined) return
      expect(canonical(once)).toBe(once)
      expect(canonical(`${start}?${new URLSearchParams(pairs.toReversed())}`)).toBe(once)
    }),
  )
})

test('any request target is answered without throwing', () => {
  fc.assert(fc.property(fc.string(), (text) => void canonical(`/en/arms/timeline${text}`)))
})
