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
  expect(lines).toContain(`Sitemap: ${baseURL}/sitemap.xml`)
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
