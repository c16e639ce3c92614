import { emptySite } from '../support/serve'
import { expect, test } from '../support/test'

test('a site that begins with nothing is ready, and each of its pages makes sense', async ({ browser }, info) => {
  const site = await emptySite(info.project.name)
  const page = await browser.newPage({ baseURL: site.address })
  const ready = await page.request.get('/readyz')
  expect([ready.status(), await ready.text()]).toEqual([200, 'edition 1\n'])

  const nothing = { en: 'Nothing has been published here yet', ja: 'まだ何も公開されていません' }
  for (const locale of ['en', 'ja'] as const)
    for (const path of ['', '/search', '/search?q=permit', '/ask', '/ask?words=permit'])
      await page.goto(`/${locale}${path}`).then(async (answer) => {
        expect([path, answer?.status()]).toEqual([path, 200])
        await expect(page.locator('main')).toContainText(nothing[locale])
        // A list without entries, or a heading over nothing, is no help.
        await expect(
          page.locator('main ul:empty, main ol:empty, main section:not(:has(> *:nth-child(2)))'),
        ).toHaveCount(0)
      })
  await page.goto('/en')
  await page.locator('main').getByRole('link', { name: 'Follow the site' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Follow')
  await expect(page.getByRole('heading', { name: 'One dossier' })).toHaveCount(0)

  const pages = ['/feeds', '/data', '/about', '/method', '/corrections', '/editions', '/editions/1', '/follow?what=']
  for (const path of pages) {
    const answer = await page.goto(`/en${path}`)
    expect([path, answer?.status()]).toEqual([path, 200])
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  const files = ['/feed.xml', '/atom.xml', '/feed.json', '/calendar.ics', '/feeds.opml', '/corrections/feed.xml']
  for (const path of [...files.map((file) => `/en${file}`), '/sitemap.xml', '/feeds.opml', '/en/preview.png'])
    expect([path, (await page.request.get(path)).status()]).toEqual([path, 200])
  expect(await (await page.request.get('/en/feeds.opml')).text()).toContain('/en/feed.xml')
  const missing = await page.goto('/en/japan-defence-transfers')
  expect(missing?.status()).toBe(404)
  await page.close()
  await site.end()
})
