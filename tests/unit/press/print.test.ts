import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printPage, UnprintableError } from '@/lib/press/print'

const ld = '<script type="application/ld+json">{"name":"a \\u003c/script> b"}</script>'

test('scripts of the framework and what loads them fall away; the rest stays as it was', () => {
  const page = [
    '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>',
    '<link rel="stylesheet" href="/_next/static/a.css"/>',
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/a.js"/>',
    '<link rel="modulepreload" href="/_next/static/b.js"/>',
    '<script src="/_next/static/a.js" async=""></script><script noModule="" src="/_next/static/p.js"></script>',
    '<link rel="preload" as="font" href="/_next/static/f.woff2"/><link rel="icon" href="/icon.svg"/>',
    '<meta name="next-size-adjust" content=""/><title>A &lt;script&gt;</title>',
    '<script type="module" src="/assets/copy.js"></script></head><body>one<!-- --> two',
    ld,
    '<SCRIPT>self.__next_f.push([1,"<p>\\u003c/script>"])</SCRIPT ><script id="_R_">requestAnimationFrame(()=>1>0)</script>',
    '</body></html>',
  ].join('')
  expect(printPage(page)).toBe(
    [
      '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>',
      '<link rel="stylesheet" href="/_next/static/a.css"/>',
      '<link rel="preload" as="font" href="/_next/static/f.woff2"/><link rel="icon" href="/icon.svg"/>',
      '<title>A &lt;script&gt;</title>',
      '<script type="module" src="/assets/copy.js"></script></head><body>one two',
      ld,
      '</body></html>',
    ].join(''),
  )
})

test.each([
  '<p title="<script src=x></script>">a</p>',
  "<p title='<!-- a -->' data-a=<script>b</p>",
  '<textarea><script>alert(1)</script><!-- kept --></textarea>',
  '<title><script></title>',
  '<style>a::after{content:"<script>"}</style>',
  '<p>1 < 2 and <3, a<b</p>',
  '<svg><![CDATA[<script>x</script>]]></svg>',
  '<p>&lt;script&gt;self.__next_f.push(1)&lt;/script&gt;</p>',
  '<scripted>a</scripted><link rel="next" href="/preload">',
  '<p>self.__next_f <code>/_next/static/a.js</code></p>',
  '<p a="never closed <script>x',
])('text that only looks like a script is left alone: %s', (text) => {
  expect(printPage(`<body>${text}`)).toBe(`<body>${text}`)
})

test('whatever text stands between scripts survives, byte for byte', () => {
  const escaped = fc
    .string({ unit: 'binary' })
    .map((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'))
  const piece = fc.oneof(
    escaped.map((text) => [text, text] as const),
    escaped.map((text) => [`<p title="${text}>">`, `<p title="${text}>">`] as const),
    fc.constantFrom(
      ['<script>var a="<p>"</script>', ''] as const,
      ['<!-- c -->', ''] as const,
      ['<script src="/_next/static/x.js"/></script>', ''] as const,
      [ld, ld] as const,
    ),
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const printed = printPage(pieces.map(([from]) => `<i>${from}</i>`).join(''))
      expect(printed).toBe(pieces.map(([, to]) => `<i>${to}</i>`).join(''))
    }),
  )
})

test('printing what is printed changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('<', '!--', 'script', '>', '-->', '/', '"', '=', ' ', 'a', 'title')),
      (parts) => {
        const once = printPage(parts.join(''))
        expect(printPage(once).length).toBeLessThanOrEqual(once.length)
      },
    ),
  )
})

test('a page that waits for a script to put it together is refused', () => {
  expect(() => printPage('<template id="B:0"></template><div hidden id="S:0">late</div>')).toThrow(UnprintableError)
})
