import { languages } from '@/lib/addresses/names'
import { expect, test } from './support/test'

const japan = 'japan-defence-transfers'
const said = { en: 'This page has no parameter of this name', ja: 'このページにこの名前の指定はありません' }

for (const locale of languages)
  test(`a page refuses a parameter that it does not have, and names the nearest one (${locale})`, async ({ page }) => {
    for (const [path, name, near] of [
      [`/${japan}/compare?item=h20`, 'item=h20', ''],
      [`/${japan}/compare?equipmnt=warship`, 'equipmnt=warship', 'equipment'],
      [`/${japan}/ask?recipent=partner&equipment=warship`, 'recipent=partner', 'recipient'],
      [`/${japan}/timeline?sorce=kyodo-news`, 'sorce=kyodo-news', 'source'],
      [`/${japan}/rules?equipment=warship`, 'equipment=warship', ''],
      ['/search?qq=arms', 'qq=arms', 'q'],
      ['/about?edtion=1', 'edtion=1', 'edition'],
      ['?constructor=1', 'constructor=1', ''],
    ] as const) {
      const answer = await page.goto(`/${locale}${path}`)
      expect(answer?.status(), path).toBe(400)
      await expect(page.locator('main code.address').first(), path).toHaveText(name)
      await expect(page.locator('main'), path).toContainText(said[locale as keyof typeof said])
      if (near) await expect(page.locator('main .index-list a').first(), path).toHaveText(near)
    }
    await page.goto(`/${locale}/${japan}/ask?recipent=partner&equipment=warship`)
    await page.locator('main .index-list a').first().click()
    await expect(page).toHaveURL(`/${locale}/${japan}/ask?equipment=warship&recipient=partner`)
    await page.goto(`/${locale}/${japan}/compare?item=h20`)
    await page.locator('main .pager a').click()
    await expect(page).toHaveURL(`/${locale}/${japan}/compare`)
  })

test('the API refuses it as a problem, feeds and files in words, each naming it and the nearest one', async ({
  request,
}) => {
  for (const [path, parameter, near] of [
    [`dossiers/${japan}/verdict?equipmnt=warship`, 'equipmnt', '“equipment”'],
    [`dossiers/${japan}/matrix?row=equipment`, 'row', '“rows”'],
    [`dossiers/${japan}/matrix.csv?row=equipment`, 'row', '“rows”'],
    [`dossiers/${japan}/compare?item=h20`, 'item', 'fromKnown'],
    [`dossiers/${japan}/compare.csv?edition=1`, 'edition', 'fromEdition'],
    ['search?q=a&lang=ja', 'lang', '“language”'],
    ['openapi.json?x=1', 'x', 'There are none'],
  ]) {
    const answer = await request.get(`/api/v1/${path}`)
    expect(answer.status(), path).toBe(400)
    const problem: { parameter: string; detail: string } = await answer.json()
    expect(problem.parameter, path).toBe(parameter)
    expect(problem.detail, path).toContain(near)
  }
  for (const [path, near] of [
    [`/en/${japan}/feed.xml?sorce=kyodo-news`, '“source”'],
    [`/ja/${japan}/rules/weapons-five-purposes/atom.xml?rule=a`, 'Known are archive'],
    ['/en/feed.json?rule=a', 'Known are archive'],
    [`/en/${japan}/cite.bib?edtion=1`, '“edition”'],
    ['/sitemap.xml?parts=1', '“part”'],
    ['/opensearch.xml?lang=ja', '“language”'],
    ['/feeds.opml?x=1', 'There are none'],
  ] as const) {
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(400)
    expect(await answer.text(), path).toContain(near)
  }
})

test('what only tracks falls away, on pages, in feeds and in the API', async ({ request }) => {
  for (const path of ['/en', `/ja/${japan}/compare`, `/en/${japan}/feed.xml`, `/api/v1/dossiers/${japan}/verdict`]) {
    const [plain, tracked] = [await request.get(path), await request.get(`${path}?utm_source=mail&fbclid=x&gclid=y`)]
    expect(tracked.status(), path).toBe(200)
    expect(tracked.headers().etag, path).toBe(plain.headers().etag)
  }
})

test('on any page “on” is the day that counts as today, also where two sides are compared', async ({ page }) => {
  await page.goto(`/en/${japan}/compare?on=2024-06-01`)
  await expect(page.locator('h1')).toContainText('1 June 2024')
  await page.getByRole('link', { name: 'Timeline' }).first().click()
  await expect(page).toHaveURL(`/en/${japan}/timeline?on=2024-06-01`)
})
