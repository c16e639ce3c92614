import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import AxeBuilder from '@axe-core/playwright'
import { faultsOf } from '../../support/html-check'
import { dossier, pages, seedCase } from '../support/pages'
import { test as base, expect } from '../support/test'

/** Another site frames this one: that a foreign host is asked is what is tried here. */
const test = base.extend<object, { elsewhere: string }>({
  noForeignHosts: async ({ browserName: _ }, use) => use(undefined),
  /** The address of another site, whose pages frame what stands behind `?` and allow no script. */
  elsewhere: [
    async ({ browserName: _ }, use) => {
      const server = createServer((request, response) => {
        const src = decodeURIComponent(request.url?.split('?')[1] ?? '')
        response.setHeader('content-type', 'text/html')
        response.setHeader('content-security-policy', "script-src 'none'")
        response.end(
          `<!doctype html><title>A story</title><iframe src="${src.replaceAll('&', '&amp;')}" width="640" height="480" title="A frame"></iframe>`,
        )
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
      server.closeAllConnections()
      server.close()
    },
    { scope: 'worker' },
  ],
})

const parts = [
  `${dossier}/ask?${seedCase}`,
  `${dossier}/matrix`,
  `${dossier}/timeline`,
  `${dossier}/rules/weapons-five-purposes`,
]
const pinned = 'edition=1&on=2024-01-31'

test.describe('without a script anywhere', () => {
  test.use({ javaScriptEnabled: false })

  test('what is made for it shows in a page of another site, and says whose it is and of when', async ({
    page,
    baseURL,
    elsewhere,
  }) => {
    for (const locale of ['en', 'ja'])
      for (const part of parts) {
        await page.goto(`${elsewhere}/?${encodeURIComponent(`${baseURL}/embed/${locale}/${part}`)}`)
        const frame = page.frameLocator('iframe')
        await expect(frame.locator('h1'), part).toBeVisible()
        await expect(frame.locator('.embed-foot'), part).toContainText(locale === 'en' ? /edition \d+/ : /第\d+版/)
        await expect(frame.locator('.embed-foot').getByText('Rulewire'), part).toBeInViewport()
        const whole = frame.locator('.embed-foot a').last()
        await expect(whole).toHaveAttribute('href', new RegExp(`^/${locale}/${part.split('?')[0]}(?:\\?|$)`))
        await expect(frame.locator('base')).toHaveAttribute('target', '_blank')
      }
  })
})

test('nothing else may be framed: the browser shows nothing of it', async ({ page, baseURL, elsewhere }) => {
  const refused: string[] = []
  page.on('console', (message) => refused.push(message.text()))
  for (const path of ['/en', `/en/${parts[0]}`, `/en/${dossier}/rules/none`, '/admin/sign-in', '/en/data/api']) {
    await page.goto(`${elsewhere}/?${encodeURIComponent(`${baseURL}${path}`)}`)
    await expect.poll(() => page.frames()[1]?.url(), path).toMatch(/^chrome-error:/)
    await expect.poll(() => refused.join(), path).toContain('frame-ancestors')
    refused.length = 0
  }
})

test('only what is embedded may be framed by what its headers say', async ({ request }) => {
  const refused = [
    ...pages.map((path) => `/en${path}`),
    '/en/feed.xml',
    '/sitemap.xml',
    '/icon.svg',
    '/admin/sign-in',
    '/embed',
    '/embed/en',
    '/embed/en/nowhere/ask',
    '/oembed',
  ]
  for (const path of refused) {
    const headers = (await request.get(path)).headers()
    expect.soft(headers['content-security-policy'], path).toContain("frame-ancestors 'none'")
    expect.soft(headers['x-frame-options'], path).toBe('DENY')
  }
  for (const part of [...parts, `${dossier}/ask?on=nonsense`, `${dossier}/rules/weapons-five-purposes?on=x`]) {
    const headers = (await request.get(`/embed/en/${part}`)).headers()
    const policy = headers['content-security-policy'] ?? ''
    expect(policy, part).toMatch(/frame-ancestors \*$/)
    expect(policy, part).not.toContain('script-src')
    expect(headers, part).not.toHaveProperty('x-frame-options')
    expect(headers['cross-origin-resource-policy'], part).toBe('cross-origin')
  }
})

test('one that is locked stays as it was; one that is not follows the present', async ({ page }) => {
  await page.goto(`/embed/en/${parts[3]}?${pinned}`)
  await expect(page.locator('.embed-foot')).toContainText('As of 31 January 2024 · edition 1')
  await expect(page.locator('.embed-foot a').last()).toHaveAttribute('href', new RegExp(`\\?${pinned}$`))
  await page.goto(`/embed/en/${dossier}/ask?equipment=warship&${pinned}`)
  await expect(page.locator('.embed-foot')).toContainText('As of 31 January 2024 · edition 1')
  await page.goto(`/embed/en/${parts[1]}`)
  await expect(page.locator('.embed-foot')).not.toContainText('2024')
})

test('a page has the lines to paste, and what they frame answers', async ({ page, request, baseURL }) => {
  for (const part of [...parts, `${dossier}/matrix?purpose=&on=2023-12-22`]) {
    await page.goto(`/en/${part}`)
    await page.getByText('Embed this').click()
    const lines = page.locator('.embed-line code')
    await expect(lines).toHaveCount(2)
    const [present = '', locked = ''] = await lines.allTextContents()
    const srcOf = (line: string) => /src="([^"]+)"/.exec(line)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(srcOf(present)).toMatch(new RegExp(`^${baseURL}/embed/en/${dossier}/`))
    expect(srcOf(present)).not.toContain('edition=')
    expect(srcOf(locked)).toMatch(/edition=\d+/)
    expect(srcOf(locked)).toMatch(/on=\d{4}-\d\d-\d\d/)
    for (const line of [present, locked]) expect((await request.get(srcOf(line))).status(), line).toBe(200)
  }
})

test('pages lead to what oEmbed says of them, and no other address is told', async ({ page, request, baseURL }) => {
  for (const part of parts) {
    await page.goto(`/en/${part}`)
    for (const type of ['application/json+oembed', 'text/xml+oembed']) {
      const href = await page.locator(`head link[type="${type}"]`).getAttribute('href')
      const answer = await request.get(href ?? '')
      expect(answer.status(), href ?? part).toBe(200)
      expect(answer.headers()['access-control-allow-origin']).toBe('*')
      if (type.startsWith('text')) {
        expect(await answer.text()).toContain('<type>rich</type>')
        continue
      }
      const said = await answer.json()
      expect(said).toMatchObject({ version: '1.0', type: 'rich', provider_name: 'Rulewire', width: 640 })
      const src = /src="([^"]+)"/.exec(said.html)?.[1]?.replaceAll('&amp;', '&')
      expect((await request.get(src ?? '')).status()).toBe(200)
    }
  }
  const asked = (url: string, more = '') => request.get(`/oembed?url=${encodeURIComponent(url)}${more}`)
  const own = `${baseURL}/en/${parts[1]}`
  expect(await (await asked(own, '&maxwidth=300&maxheight=200&whatever=1')).json()).toMatchObject({
    width: 300,
    height: 200,
  })
  expect((await asked(own, '&format=yaml')).status()).toBe(501)
  expect((await asked(own, '&maxwidth=wide')).status()).toBe(400)
  expect((await request.get('/oembed')).status()).toBe(400)
  for (const url of [
    `https://elsewhere.example/en/${parts[1]}`,
    `${baseURL}/en`,
    `${baseURL}/en/${dossier}/changes/co-developed-to-third-countries`,
    `${baseURL}/en/${dossier}/rules/none`,
    `${baseURL}/en/nowhere/matrix`,
    `${baseURL}/xx/${dossier}/matrix`,
    `${baseURL}/en/${dossier}/matrix?edition=99999`,
    `${baseURL}/en/${dossier}/timeline?colour=red`,
    'nonsense',
  ])
    expect.soft((await asked(url)).status(), url).toBe(404)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`they fit frames from 280 to 700 pixels, and axe finds nothing (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    for (const part of parts)
      for (const width of [280, 480, 700]) {
        await page.setViewportSize({ width, height: 480 })
        await page.goto(`/embed/${width === 480 ? 'ja' : 'en'}/${part}`)
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(wide, `${part} at ${width}`).toBeLessThanOrEqual(0)
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
        expect(violations.map(({ id, nodes }) => `${part} ${id}: ${nodes[0]?.html}`)).toEqual([])
      }
  })

test('they are no places of their own: an index is to have the page', async ({ page }) => {
  for (const part of parts) {
    await page.goto(`/embed/en/${part}`)
    await expect(page.locator('head meta[name=robots]')).toHaveAttribute('content', /noindex/)
    const canonical = new URL((await page.locator('head link[rel=canonical]').getAttribute('href')) ?? '')
    expect(canonical.pathname).toBe(`/en/${part.split('?')[0]}`)
    await expect(page.locator('script[src]')).toHaveCount(0)
  }
})

test('they are sound HTML, also one that refuses its address', async ({ request }) => {
  for (const locale of ['en', 'ja'])
    for (const part of [...parts, `${dossier}/matrix?on=nonsense`, `${dossier}/rules/none`]) {
      const html = await (await request.get(`/embed/${locale}/${part}`)).text()
      expect.soft(await faultsOf(html), `${locale} ${part}`).toEqual([])
    }
})
