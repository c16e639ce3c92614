import { takenOver } from './support/taken-over'
import { expect, test } from './support/test'

const dossier = 'japan-defence-transfers'
const pages = ['', `/${dossier}`, `/${dossier}/timeline`, `/${dossier}/matrix`, `/${dossier}/rules`, '/about'].map(
  (path) => `/en${path}`,
)

test('public pages ship no script, allow none inline, set no cookie', async ({ page, request }) => {
  const said: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(message.text())
  })
  for (const path of pages) {
    const answer = await request.get(path)
    const headers = answer.headers()
    expect(headers['content-security-policy'], path).toContain("default-src 'none'")
    expect(headers['content-security-policy'], path).toContain("script-src 'self'")
    expect(headers['content-security-policy'], path).not.toMatch(/unsafe-inline|unsafe-eval|nonce/)
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers.vary, path).toBe('Accept-Encoding')
    expect(headers['set-cookie'], path).toBeUndefined()
    const html = await answer.text()
    expect(html.match(/<script(?![^>]*application\/ld\+json)/g), path).toBeNull()
    expect(html, path).not.toMatch(/rel="(?:module)?preload"[^>]*as="script"|\sstyle="/)
    await page.goto(path)
    await expect(page.locator('h1')).toBeVisible()
  }
  expect(said).toEqual([])
})

test('a copy is told by its tag: asked again, the answer is 304 without a body', async ({ request }) => {
  const first = await request.get(`/en/${dossier}`, { headers: { 'accept-encoding': 'br' } })
  const { etag = '', 'last-modified': modified = '' } = first.headers()
  expect(etag).toMatch(/^"[^"]+"$/)
  expect(first.headers()['content-encoding']).toBe('br')
  expect(Date.parse(modified)).toBeGreaterThan(0)
  const again = await request.get(`/en/${dossier}`, { headers: { 'accept-encoding': 'br', 'if-none-match': etag } })
  expect(again.status()).toBe(304)
  expect((await again.body()).length).toBe(0)
  const plain = await request.get(`/en/${dossier}`, { headers: { 'accept-encoding': 'identity' } })
  expect(plain.headers()['content-encoding']).toBeUndefined()
  expect(plain.headers().etag).not.toBe(etag)
  expect(await plain.text()).toBe(await first.text())
})

test('machines read what a page is: JSON-LD in its own words', async ({ request }) => {
  for (const [path, type] of [
    ['/en', 'WebSite'],
    [`/ja/${dossier}`, 'CollectionPage'],
    [`/en/${dossier}/rules/weapons-five-purposes`, 'Legislation'],
    [`/en/${dossier}/reports/2023-08-23-kyodo-lethal-weapons-non-combat`, 'WebPage'],
  ] as const) {
    const html = await (await request.get(path)).text()
    const block = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''
    const { '@context': context, '@graph': graph } = JSON.parse(block)
    expect(context, path).toBe('https://schema.org')
    expect(graph[0], path).toMatchObject({ '@type': type, url: expect.stringContaining(path) })
    const way = graph[1].itemListElement.map(({ item }: { item: string }) => new URL(item).pathname)
    expect(way.at(-1), path).toBe(path)
  }
})

test('tracking parameters do not make another page', async ({ request }) => {
  const tag = async (path: string) => (await request.get(path)).headers().etag
  expect(await tag(`/en/${dossier}/timeline?utm_source=x&stage=agreed`)).toBe(
    await tag(`/en/${dossier}/timeline?stage=agreed`),
  )
})

test('pages that cannot be answered are not kept as copies', async ({ request }) => {
  for (const [path, status] of [
    [`/en/${dossier}/timeline?from=yesterday`, 400],
    ['/en/nowhere', 404],
  ] as const) {
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(status)
    expect(answer.headers().etag, path).toBeUndefined()
    expect(answer.headers()['content-security-policy'], path).toContain("default-src 'none'")
  }
})

test('the desk allows only scripts of its own answer, and works under that', async ({ deskOf }) => {
  const page = await deskOf('author')
  const said: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(message.text())
  })
  const nonces = new Set<string>()
  for (const path of ['/admin', '/admin/records', '/admin/account']) {
    const answer = await page.goto(path)
    const policy = answer?.headers()['content-security-policy'] ?? ''
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval/)
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? '')
    await takenOver(page)
  }
  expect(nonces.size).toBe(3)
  expect(said).toEqual([])
})

test('an idle connection is kept for longer than proxies keep theirs', async ({ request }) => {
  const kept = (await request.get('/en')).headers()['keep-alive'] ?? ''
  expect(Number(kept.replace('timeout=', ''))).toBeGreaterThan(60)
})

test('probes: alive, and ready with the edition', async ({ request }) => {
  expect((await request.get('/livez')).status()).toBe(200)
  const ready = await request.get('/readyz')
  expect(ready.status()).toBe(200)
  expect(await ready.text()).toMatch(/^edition \d+$/m)
})

test('a page whose head tags ask the database is printed with all of them, each time', async ({ request }) => {
  const timeline = '/en/japan-defence-transfers/timeline?change=abukuma-to-philippines'
  for (let year = 1950; year < 1980; year++) {
    const answer = await request.get(`${timeline}&from=${year}`)
    expect(answer.status(), String(year)).toBe(200)
    const [head = ''] = (await answer.text()).split('</head>')
    expect(head, String(year)).toContain('name="twitter:image"')
    expect(head, String(year)).toContain(`from=${year}`)
  }
})
