import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readArticle } from '@/lib/intake/read-page'

const page = `<!doctype html><html lang="en-GB"><head><title>Rules eased | Example Wire</title>
<link rel="canonical" href="/news/1"><meta property="og:site_name" content="Example Wire">
<meta property="article:published_time" content="2023-08-23T21:40:00.000+0900"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Rules eased</h1>
<p>Members of both parties said on Wednesday that the rules would be eased, for the first time in many years of talks.</p>
<p>They spoke after a meeting in the Diet building, which had been called off twice during the summer break of the parties.</p>
</article><footer>© Example Wire. Cookies</footer></body></html>`

describe('an article that was pasted', () => {
  test('tells its headline, time, language, publisher, address and text, and not what stands around it', () => {
    expect(readArticle(page, 'https://wire.example/news/1?utm_source=x')).toEqual({
      headline: 'Rules eased',
      published: '2023-08-23T21:40:00+09:00',
      language: 'en',
      publisher: 'Example Wire',
      authors: [],
      url: 'https://wire.example/news/1',
      text: expect.stringMatching(/^Members of both parties.*\nThey spoke after/s),
    })
    expect(readArticle(page).text).not.toContain('Cookies')
  })

  test('is told by its JSON-LD before anything else, in a graph too', () => {
    const told = {
      '@graph': [
        { '@type': 'WebSite', name: 'No article' },
        {
          '@type': ['NewsArticle'],
          headline: '防衛装備の移転',
          datePublished: '2026-04-21',
          inLanguage: 'ja',
          author: [{ name: '山田花子' }],
          publisher: { name: '例示新聞' },
          mainEntityOfPage: { '@id': 'https://rei.example/1' },
        },
      ],
    }
    const html = page.replace('</head>', `<script type="application/ld+json">${JSON.stringify(told)}</script></head>`)
    expect(readArticle(html.replace(/<link[^>]*>/, ''))).toMatchObject({
      headline: '防衛装備の移転',
      published: '2026-04-21',
      language: 'ja',
      publisher: '例示新聞',
      authors: ['山田花子'],
      url: 'https://rei.example/1',
    })
  })

  test('as plain text has its first line for a headline', () => {
    expect(readArticle('Rules eased\n\nMembers said so.')).toMatchObject({
      headline: 'Rules eased',
      text: 'Rules eased\nMembers said so.',
    })
  })

  test('whatever it is, is read without an error, and no script address is taken for its own', () => {
    const bits = fc.constantFrom(
      '<p>',
      '</p>',
      '<html>',
      '<script type="application/ld+json">',
      '{"@type":"Article"',
      '</script>',
      '<meta name="date" content="',
      '">',
      '文',
      '&amp;',
      '<!--',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(bits, fc.string({ maxLength: 8 })), { maxLength: 30 }), (parts) => {
        expect(typeof readArticle(parts.join('')).text).toBe('string')
      }),
    )
    expect(readArticle('<html><head><link rel="canonical" href="javascript:alert(1)"></head><p>x').url).toBe('')
  })
})
