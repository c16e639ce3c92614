import type { APIResponse } from '@playwright/test'
import { locales } from '@/lib/model'
import { dossier, pages, seed } from './support/pages'
import { expect, test } from './support/test'

const asked = `/${dossier}/ask?equipment=warship&recipient=philippines&on=2024-03-01&known=2024-03-01`
const more = [
  ...['more', 'actors', 'actors/komeito', 'sources', 'what-if', 'grounds'].map((place) => `/${dossier}/${place}`),
  '/ask?words=lethal+arms',
  asked,
]

/** Width and height of a PNG (W3C PNG, section 11.2.1). */
async function pictureIn(answer: APIResponse) {
  const bytes = await answer.body()
  expect(bytes.subarray(0, 8).toString('hex'), answer.url()).toBe('89504e470d0a1a0a')
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

for (const locale of locales)
  test(`every kind of page says how a link to it is shown, with a picture of the size that it says (${locale})`, async ({
    page,
    request,
  }) => {
    const seen = new Map<string, string>()
    for (const path of new Set([...pages, ...more])) {
      const at = `/${locale}${path}`
      await page.goto(at)
      const tags = await page.evaluate(() =>
        Object.fromEntries(
          [...document.head.querySelectorAll('meta')].map((meta) => [
            meta.getAttribute('property') ?? meta.name,
            meta.content,
          ]),
        ),
      )
      const canonical = await page.locator('head link[rel=canonical]').getAttribute('href')
      const title = await page.title()
      expect(tags['og:url'], at).toBe(canonical)
      expect(title, at).toContain(tags['og:title'])
      expect(tags.description?.length, at).toBeGreaterThan(9)
      expect(tags, at).toMatchObject({
        'og:description': tags.description,
        'og:site_name': 'Rulewire',
        'og:locale': locale === 'ja' ? 'ja_JP' : 'en_GB',
        'og:locale:alternate': locale === 'ja' ? 'en_GB' : 'ja_JP',
        'og:type': path.includes('/reports/') ? 'article' : 'website',
        'og:image:width': '1200',
        'og:image:height': '630',
        'twitter:card': 'summary_large_image',
        'twitter:image': tags['og:image'],
        'twitter:image:alt': tags['og:image:alt'],
      })
      expect(tags['og:image:alt'], at).toBeTruthy()
      const image = tags['og:image'] ?? ''
      expect(new URL(image).origin, at).toBe(new URL(page.url()).origin)
      if (seen.has(image)) continue
      const answer = await request.get(image)
      expect([answer.status(), answer.headers()['content-type']], image).toEqual([200, 'image/png'])
      expect(await pictureIn(answer), image).toEqual([1200, 630])
      expect(answer.headers()['cache-control'], image).toBe('public, max-age=0, must-revalidate')
      const again = await request.get(image, { headers: { 'if-none-match': answer.headers().etag ?? '' } })
      expect(again.status(), image).toBe(304)
      seen.set(image, answer.headers().etag ?? '')
    }
    // No page borrows the picture of another but where it asks the same.
    expect(new Set(seen.values()).size).toBe(seen.size)
    expect(seen.size).toBeGreaterThan(20)
  })

test('a description says what the page says', async ({ page }) => {
  const said = async (path: string) => {
    await page.goto(path)
    return (await page.locator('meta[name=description]').getAttribute('content')) ?? ''
  }
  const words = async (selector: string) =>
    ((await page.locator(selector).first().textContent()) ?? '').replace(/\s+/g, ' ').trim()
  expect(await said(`/en${asked}`)).toMatch(/^As of 1 March 2024, as known on that day: \S/)
  expect(await said(`/en/${dossier}/ask?equipment=warship&recipient=ukraine&purpose=minesweeping`)).toMatch(
    /^(Yes|No|Only on conditions)\b.*\./,
  )
  const norm = await said(`/ja/${dossier}/rules/weapons-five-purposes`)
  expect(norm).toBe(await words('.norm'))
  expect(await said(`/en/${dossier}/reports/${seed}`)).toContain((await words('.prose')).slice(0, 60))
  expect(await said('/en/method')).not.toBe(await said('/en/data'))
})

test('the canonical address keeps the day that is asked about, and by when it was known, beside the edition', async ({
  page,
}) => {
  for (const path of [asked, `/${dossier}/matrix?purpose=&on=2023-12-22&known=2024-03-01`]) {
    await page.goto(`/en${path}&edition=1`)
    const canonical = (await page.locator('head link[rel=canonical]').getAttribute('href')) ?? ''
    const parameters = new URL(canonical).searchParams
    expect(Object.fromEntries(parameters)).toMatchObject({
      ...Object.fromEntries(new URL(path, canonical).searchParams),
      edition: '1',
    })
    const text = () => page.locator('main').textContent()
    const shown = await text()
    await page.goto(canonical)
    expect(await text()).toBe(shown)
    const image = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? ''
    expect(new URL(image).searchParams.get('on')).toBe(parameters.get('on'))
    expect(new URL(image).searchParams.get('edition')).toBe('1')
  }
})

test('a picture of nothing is not found, and of what makes no sense refused', async ({ request }) => {
  const status = async (path: string) => (await request.get(path)).status()
  for (const path of [
    '/de/preview.png',
    '/en/nowhere/preview.png',
    `/en/${dossier}/rules/nothing/preview.png`,
    `/en/${dossier}/reports/nothing/preview.png`,
    `/ja/${dossier}/changes/nothing/preview.png`,
    '/en/about/preview.png',
    '/icon-64.png',
  ])
    expect(await status(path), path).toBe(404)
  for (const path of [
    `/en/${dossier}/preview.png?page=nothing`,
    `/en/${dossier}/preview.png?words=x`,
    `/en/${dossier}/ask/preview.png?equipment=nothing`,
    `/en/${dossier}/ask/preview.png?on=2024-02-30`,
    '/en/preview.png?edition=99999',
    '/icon-192.png?x=1',
    '/manifest.webmanifest?language=xx',
  ])
    expect(await status(path), path).toBe(400)
})

test('the site has icons in all sizes, and a manifest in each language that names them', async ({ page, request }) => {
  for (const [path, size] of [
    ['/apple-touch-icon.png', 180],
    ['/icon-192.png', 192],
    ['/icon-512.png', 512],
  ] as const) {
    const answer = await request.get(path)
    expect(answer.headers()['content-type'], path).toBe('image/png')
    expect(await pictureIn(answer), path).toEqual([size, size])
  }
  const favicon = await request.get('/favicon.ico')
  expect(favicon.headers()['content-type']).toBe('image/x-icon')
  expect((await favicon.body()).readUInt16LE(4)).toBe(3)
  for (const locale of locales) {
    await page.goto(`/${locale}`)
    await expect(page.locator('link[rel=apple-touch-icon]')).toHaveAttribute('href', '/apple-touch-icon.png')
    await expect(page.locator('link[rel=icon]')).toHaveCount(2)
    const href = (await page.locator('link[rel=manifest]').getAttribute('href')) ?? ''
    const answer = await request.get(href)
    expect(answer.headers()['content-type']).toBe('application/manifest+json; charset=utf-8')
    const manifest = await answer.json()
    expect(manifest).toMatchObject({ lang: locale, start_url: `/${locale}`, short_name: 'Rulewire' })
    for (const { src, sizes } of manifest.icons)
      expect(await pictureIn(await request.get(src)), src).toEqual(sizes.split('x').map(Number))
  }
})

test('robots.txt can be read from within a page, and no page complains', async ({ page }) => {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto('/ja')
  const robots = await page.evaluate(async () => (await fetch('/robots.txt')).text())
  expect(robots).toContain('Sitemap: ')
  expect(complaints).toEqual([])
})
