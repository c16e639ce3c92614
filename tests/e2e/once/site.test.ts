import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { save, saved } from '../desk/drafts'
import { expect, onOwnSite } from '../support/test'

/** A folder outside the repository, with messages of a language that is written from the right. */
const folder = mkdtempSync(join(tmpdir(), 'rulewire-third-'))
mkdirSync(join(folder, 'messages'))
writeFileSync(
  join(folder, 'messages', 'ar.json'),
  JSON.stringify({
    site: { ownLanguage: 'العربية', readHere: 'اقرأ هذه الصفحة بالعربية', dossiers: 'الملفات', about: 'عن الموقع' },
    home: { title: 'ما المسموح به اليوم، وما لا يزال قيد النقاش', dossiers: 'الملفات' },
    pages: { about: 'عن الموقع' },
  }),
)

const test = onOwnSite({ RULEWIRE_CONTENT: folder })
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a language is there by its file of messages, on every page, in feeds and lists, from the right', async ({
  page,
  request,
}) => {
  await page.goto('/en')
  await page.getByRole('link', { name: 'العربية' }).click()
  await expect(page).toHaveURL('/ar')
  const html = page.locator('html')
  await expect(html).toHaveAttribute('lang', 'ar')
  await expect(html).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('h1')).toHaveText('ما المسموح به اليوم، وما لا يزال قيد النقاش')
  // What it has no text for is told in the first language.
  await expect(page.getByRole('heading', { name: 'Latest developments' })).toBeVisible()
  for (const path of [
    '',
    '/about',
    '/data',
    '/japan-defence-transfers',
    '/japan-defence-transfers/matrix',
    '/search?q=arms',
  ])
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      expect((await page.goto(`/ar${path}`))?.status(), path).toBe(200)
      const name = await page.locator('.wordmark').boundingBox()
      expect((name?.x ?? 0) + (name?.width ?? 0), path).toBeGreaterThan(width * 0.8)
      const tooWide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(tooWide, `${path} at ${width}`).toBeLessThanOrEqual(0)
    }
  const feed = await request.get('/ar/feed.xml')
  expect(await feed.text()).toContain('<language>ar</language>')
  expect(await (await request.get('/feeds.opml')).text()).toContain('language="ar"')
  expect(await (await request.get('/sitemap.xml')).text()).toContain('hreflang="ar"')
  expect(
    await (await request.get('/', { headers: { 'accept-language': 'ar' }, maxRedirects: 0 })).headers().location,
  ).toBe('/ar')
  expect((await request.get('/xx')).status()).toBe(404)
})

test('the site is edited at the desk, published by an administrator only, and read from its editions', async ({
  deskOf,
  request,
}) => {
  const page = await deskOf('editor')
  await page.goto('/admin/records')
  await page.getByRole('button', { name: 'Edit Rulewire' }).click()
  await page.waitForURL('**/admin/drafts/**')
  // A text has a field in each language of the site.
  await expect(page.getByLabel('Name, Arabic').first()).toBeVisible()
  await page.getByLabel('Colour').fill('#ffcc00')
  await save(page).click()
  await saved(page)
  await expect(page.locator('#f-accent-error')).toContainText('has a contrast of 1.3 to 1 with the paper')
  await page.getByLabel('Colour').fill('#0b5d8a')
  await page.getByLabel('Name, English').first().fill('Harbour Rules')
  await page.getByLabel('Identifier at SPDX').fill('CC-BY-4.0')
  await page.locator('[name="licence.name.en"]').fill('CC BY 4.0')
  await page.getByLabel('Dossiers in their order').fill('us-chip-export-controls')
  await page.locator('[name=contact]').fill('security@harbour.example')
  await page.getByText('Imprint', { exact: true }).first().click()
  await page.getByLabel('Imprint, English').fill('Who we *are*.')
  await save(page).click()
  await saved(page)
  await expect(page.locator('#f-accent-error')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'What readers will get' })).toContainText('Harbour Rules')
  const draft = page.url().split('/').at(-1)
  await page.goto(`/admin/publish?draft=${draft}`)
  await expect(page.getByText('is published by an administrator')).toBeVisible()
  await expect(page.locator('[name=reason]')).toHaveCount(0)
  expect((await request.get('/en/imprint')).status()).toBe(404)

  const admin = await deskOf('admin')
  await admin.goto(`/admin/publish?draft=${draft}`)
  await admin.locator('[name=reason]').fill('A name of our own')
  await admin
    .getByRole('button', { name: /^Publish/ })
    .first()
    .click()
  await admin.waitForURL('**/admin?edition=2')
  await expect(admin).toHaveTitle(/Harbour Rules desk$/)

  await page.goto('/en')
  await expect(page).toHaveTitle(/^Harbour Rules: /)
  await expect(page.locator('main h3').first()).toContainText('chips')
  expect(
    await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()),
  ).toBe('#0b5d8a')
  await page.goto('/en/imprint')
  await expect(page.locator('main em')).toHaveText('are')
  await page.goto('/en/data')
  await expect(page.getByRole('link', { name: 'CC BY 4.0' })).toHaveAttribute(
    'href',
    'https://spdx.org/licenses/CC-BY-4.0.html',
  )
  const security = await (await request.get('/.well-known/security.txt')).text()
  expect(security).toMatch(
    /^Contact: mailto:security@harbour\.example\nExpires: \d{4}-\d\d-\d\dT00:00:00Z\nPreferred-Languages: en, ja, ar\n$/,
  )
  expect(await (await request.get('/en/atom.xml')).text()).toContain('rel="license"')
  expect(await (await request.get('/icon.svg')).text()).toContain('<title>Harbour Rules</title>')
  // An earlier edition is what it was, its name and its pages too.
  await page.goto('/en?edition=1')
  await expect(page).toHaveTitle(/^Rulewire: /)
  expect((await request.get('/en/imprint?edition=1')).status()).toBe(404)
})
