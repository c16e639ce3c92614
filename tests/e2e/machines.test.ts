import { faultsOfNode } from '../support/linked/schema-org'
import { pages } from './support/pages'
import { expect, test } from './support/test'

const dossier = 'japan-defence-transfers'

test('robots are told what is not for them, and where all pages are listed', async ({ request, baseURL }) => {
  const answer = await request.get('/robots.txt')
  expect(answer.headers()['content-type']).toContain('text/plain')
  expect(answer.headers().etag).toBeTruthy()
  const lines = (await answer.text()).split('\n')
  expect(lines).toEqual(
    expect.arrayContaining(['User-Agent: *', 'Allow: /', 'Disallow: /admin', 'Disallow: /api/auth']),
  )
  for (const file of ['sitemap.xml', 'sitemap-news.xml']) expect(lines).toContain(`Sitemap: ${baseURL}/${file}`)
  for (const path of ['/*?on=', '/*&known=', '/*?edition=', '/*/*/compare'])
    expect(lines).toContain(`Disallow: ${path}`)
})

test('the sitemap lists the pages of both languages, and each of them answers', async ({ request, baseURL }) => {
  const answer = await request.get('/sitemap.xml')
  expect(answer.headers()['content-type']).toContain('application/xml')
  expect(answer.headers().etag).toBeTruthy()
  const text = await answer.text()
  const paths = [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = '']) => address.replace(baseURL ?? '', ''))
  expect(new Set(paths).size).toBe(paths.length)
  for (const path of [
    '',
    '/about',
    '/editions/1',
    `/${dossier}`,
    `/${dossier}/matrix`,
    `/${dossier}/reports/2023-08-23-kyodo-lethal-weapons-non-combat`,
    `/${dossier}/rules/weapons-five-purposes`,
    `/${dossier}/changes/abukuma-to-philippines`,
  ])
    for (const locale of ['en', 'ja']) expect(paths).toContain(`/${locale}${path}`)
  expect(text.match(/<lastmod>\d{4}-\d{2}-\d{2}<\/lastmod>/g)).toHaveLength(paths.length)
  expect(paths.filter((path) => !/^\/(en|ja)/.test(path))).toEqual([])
  for (const path of paths.filter((_, index) => index % 37 === 0))
    expect((await request.get(path)).status(), path).toBe(200)
  expect((await request.get('/sitemap.xml?part=2')).status()).toBe(404)
})

test('the news sitemap is one, and a site without a contact has no security.txt', async ({ request }) => {
  const news = await request.get('/sitemap-news.xml')
  expect(news.headers()['content-type']).toContain('application/xml')
  expect(await news.text()).toContain('xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"')
  const security = await request.get('/.well-known/security.txt')
  expect(security.status()).toBe(404)
  expect(await security.text()).toContain('names nobody')
})

test('all linked data is of schema.org, and says nothing that is not known', async ({ page }) => {
  const types = new Set<string>()
  for (const locale of ['en', 'ja'])
    for (const path of pages) {
      await page.goto(`/${locale}${path}`)
      for (const text of await page.locator('script[type="application/ld+json"]').allTextContents()) {
        const { '@graph': graph } = JSON.parse(text)
        for (const node of graph) types.add(node['@type'])
        expect(faultsOfNode(graph), `${locale}${path}`).toEqual([])
      }
    }
  for (const type of ['WebSite', 'CollectionPage', 'Dataset', 'WebPage', 'Legislation', 'BreadcrumbList'])
    expect([...types]).toContain(type)
})
