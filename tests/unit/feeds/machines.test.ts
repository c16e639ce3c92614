import robotsParser from 'robots-parser'
import { expect, test } from 'vitest'
import { endlessParameters, endlessPlaces } from '@/lib/addresses/robots'
import { mostNews, toNewsSitemap } from '@/lib/feeds/news-sitemap'
import { securityText } from '@/lib/feeds/security'

const place = { root: 'https://rules.example', path: '/.well-known/security.txt', today: '2026-11-30' }

test('security.txt says whom to tell, until when that holds, in which languages, and where it stands', () => {
  expect(securityText({ contact: 'security@rules.example', languages: ['ja', 'en'] }, place)).toBe(
    `Contact: mailto:security@rules.example
Expires: 2027-05-29T00:00:00Z
Preferred-Languages: ja, en
Canonical: https://rules.example/.well-known/security.txt
`,
  )
})

test.each([
  [undefined, null],
  ['http://rules.example/contact', null],
  ['https://rules.example/contact', 'Contact: https://rules.example/contact'],
])('a contact %s', (contact, line) => {
  const text = securityText({ contact }, { ...place, root: 'http://localhost:3000' })
  if (line === null) expect(text).toBeNull()
  else expect(text?.split('\n')[0]).toBe(line)
  expect(text ?? '').not.toContain('Canonical')
})

test('the news sitemap names site, language, time and title of each page, and no more pages than one may hold', () => {
  const page = { url: 'https://rules.example/ja/a?b&c', title: 'A & <b>', locale: 'ja', published: '2026-11-30' }
  const xml = toNewsSitemap([page], () => 'Rulewire')
  expect(xml).toContain(
    '<url><loc>https://rules.example/ja/a?b&amp;c</loc><news:news><news:publication><news:name>Rulewire</news:name>' +
      '<news:language>ja</news:language></news:publication><news:publication_date>2026-11-30</news:publication_date>' +
      '<news:title>A &amp; &lt;b&gt;</news:title></news:news></url>',
  )
  const many = Array.from({ length: mostNews + 5 }, () => page)
  expect(toNewsSitemap(many, () => 'Rulewire').match(/<loc>/g)).toHaveLength(mostNews)
})

test('robots are kept out of what has no end, and out of nothing else', () => {
  const lines = [
    'User-Agent: *',
    'Allow: /',
    ...[...endlessPlaces, ...endlessParameters.flatMap((name) => [`/*?${name}=`, `/*&${name}=`])].map(
      (path) => `Disallow: ${path}`,
    ),
  ]
  const robots = robotsParser('https://rules.example/robots.txt', lines.join('\n'))
  const mayRead = (path: string) => robots.isAllowed(`https://rules.example${path}`, 'SomeBot')
  for (const path of [
    '/en/arms?on=2023-08-23',
    '/en/arms/ask?a=b&on=2023-08-23',
    '/en/arms/ask?a=b&known=2023-08-23',
    '/ja/arms/rules/a?edition=3',
    '/en/arms/compare',
    '/en/arms/compare?from=2023-01-01',
    '/en/arms/what-if',
    '/en/search?q=a',
  ])
    expect(mayRead(path), path).toBe(false)
  for (const path of [
    '/en',
    '/en/arms',
    '/en/arms/ask?person=a&region=b',
    '/en/arms/timeline?rule=a',
    '/en/editions/3',
    '/embed/en/arms/rules/a',
    '/en/compare',
    '/sitemap.xml?part=2',
  ])
    expect(mayRead(path), path).toBe(true)
})
