import { expect, test } from './support/test'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader searches from any page, sees why each record was found, and narrows it down', async ({ page }) => {
    await page.goto('/en/about')
    await page.getByRole('searchbox').fill('lethal arms')
    await page.getByRole('searchbox').press('Enter')
    await page.waitForURL('**/en/search?q=lethal+arms')
    await expect(page.locator('main .result mark').first()).toHaveText(/^lethal arms$/i)
    await expect(page.locator('main')).toContainText('“lethal arms” also finds')
    await expect(page.locator('main .result', { hasText: '殺傷能力のある武器' }).first()).toBeVisible()
    const all = await page.locator('#results').textContent()
    await page.locator('.facets a', { hasText: 'Rules' }).click()
    await page.waitForURL('**kind=rule**')
    await expect(page.locator('.facets a[aria-current]').first()).toContainText('Rules')
    expect(await page.locator('#results').textContent()).not.toBe(all)
    await page.locator('main .result h3 a').first().click()
    await page.waitForURL('**/rules/**')
    await page.goto('/en/search?q=lethal+arms')
    await page.getByRole('link', { name: 'Only “lethal arms” itself' }).click()
    await expect(page.getByRole('searchbox')).toHaveValue('"lethal arms"')
    for (const text of await page.locator('main .result').allTextContents()) expect(text).toMatch(/lethal|殺傷/i)
  })

  test('a Japanese word of two characters is found and marked, English beside it keeps its language', async ({
    page,
  }) => {
    await page.goto('/ja')
    await page.getByRole('searchbox', { name: 'すべての記録を検索' }).fill('輸出')
    await page.getByRole('button', { name: '検索する' }).click()
    await page.waitForURL('**/ja/search?q=**')
    expect(await page.locator('main .result').count()).toBeGreaterThan(3)
    const marks = await page.locator('main .result mark').allTextContents()
    expect(marks).toContain('輸出')
    for (const mark of marks) expect(mark).toMatch(/^輸出$|export/i)
    await expect(page.locator('main .result [lang=en]').first()).toBeVisible()
  })

  test('Japanese words find the English reports of the same, and are read to in Japanese where there is some', async ({
    page,
  }) => {
    await page.goto(`/ja/search?${new URLSearchParams({ q: '殺傷能力 輸出', kind: 'report' })}`)
    expect(await page.locator('main .result').count()).toBeGreaterThan(15)
    const english = page.locator('main .result .snippet [lang=en] mark')
    await expect(english.filter({ hasText: /lethal/i }).first()).toBeVisible()
    await page.goto('/ja/search?q=lethal+weapons&kind=rule')
    const screening = page.locator('main .result', { hasText: '厳格審査' })
    await expect(screening.locator('.snippet mark')).toHaveText(['武器'])
    await expect(screening.locator('.snippet [lang]')).toHaveCount(0)
  })

  test('a name is found however its letters and digits are written', async ({ page }) => {
    const seen: string[][] = []
    for (const words of ['PAC-3', 'PAC3', 'ＰＡＣ３', 'PAC 3']) {
      await page.goto(`/en/search?${new URLSearchParams({ q: words })}`)
      seen.push((await page.locator('main .result h3').allTextContents()).sort())
      await expect(page.locator('main .result mark', { hasText: 'PAC-3' }).first()).toBeVisible()
      await page.getByRole('link', { name: /^Only “pac-?3” itself$/ }).click()
      await expect(page.getByRole('searchbox')).toHaveValue(/^"pac-?3"$/)
    }
    expect(seen[0]?.length).toBeGreaterThan(5)
    for (const titles of seen) expect(titles).toEqual(seen[0])
    await page.goto('/en/search?q=stop-the-clock')
    await expect(page.locator('main .result', { hasText: 'High-risk delay to fixed dates' }).first()).toBeVisible()
  })

  test('pages of results hold each record once', async ({ page }) => {
    const seen: string[] = []
    await page.goto('/en/search?q=weapons')
    for (;;) {
      seen.push(...(await page.locator('main .result h3').allTextContents()))
      const next = page.locator('a[rel=next]')
      if ((await next.count()) === 0) break
      await next.click()
    }
    await expect(page.locator('#results')).toContainText(`${seen.length} records`)
    expect(seen.length).toBeGreaterThan(40)
  })

  test('what finds nothing leads on, and what makes no sense is named', async ({ page }) => {
    await page.goto('/en/search?q=Komeitto')
    await page.getByRole('link', { name: 'komeito' }).click()
    await expect(page.locator('main .result').first()).toBeVisible()
    for (const [query, named] of [
      [`q=${'a'.repeat(201)}`, 'q='],
      ['q=arms&kind=rules', 'kind=rules'],
      ['q=arms&dossier=japan', 'dossier=japan'],
      ['q=arms&page=0', 'page=0'],
      ['q=arms&page=999', 'page=999'],
    ] as const) {
      const answer = await page.goto(`/en/search?${query}`)
      expect(answer?.status(), query).toBe(400)
      await expect(page.locator('main'), query).toContainText(named)
    }
  })
})

test('the API finds the same records in the same order', async ({ page, request }) => {
  for (const words of ['lethal arms', '武器', 'kyodo']) {
    const answer = await request.get(`/api/v1/search?${new URLSearchParams({ q: words })}`)
    const { results, total } = await answer.json()
    await page.goto(`/en/search?${new URLSearchParams({ q: words })}`)
    const titles = results.map((one: { title: { pieces: { text: string }[] } }) =>
      one.title.pieces.map(({ text }) => text).join(''),
    )
    expect(await page.locator('main .result h3').allTextContents()).toEqual(titles)
    await expect(page.locator('#results')).toContainText(String(total))
  }
  for (const [query, parameter] of [
    ['', 'q'],
    ['q=a&kind=none', 'kind'],
    ['q=a&dossier=none', 'dossier'],
    ['q=a&edition=99999', 'edition'],
    ['q=a&colour=red', 'colour'],
  ]) {
    const refused = await request.get(`/api/v1/search?${query}`)
    expect(refused.status(), query).toBe(400)
    expect(await refused.json()).toMatchObject({ parameter })
  }
})

test('browsers are told how to search', async ({ page, request }) => {
  await page.goto('/ja')
  const href = await page.locator('head link[rel=search]').getAttribute('href')
  const answer = await request.get(href ?? '')
  expect(answer.headers()['content-type']).toContain('application/opensearchdescription+xml')
  const template = /template="([^"]+)"/.exec(await answer.text())?.[1]
  const found = await request.get(template?.replace('{searchTerms}', encodeURIComponent('武器')) ?? '')
  expect(found.status()).toBe(200)
  expect(await found.text()).toContain('<mark>武器</mark>')
})

test('a search reads the edition that is pinned, and is kept as a copy', async ({ page, request }) => {
  await page.goto('/en/search?q=kyodo&edition=1')
  expect(await page.locator('main .result h3 a').first().getAttribute('href')).toContain('edition=1')
  await expect(page.locator('main form input[name=edition]')).toHaveValue('1')
  const first = await request.get('/en/search?q=kyodo&utm_source=x')
  const again = await request.get('/en/search?q=kyodo', { headers: { 'if-none-match': first.headers().etag ?? '' } })
  expect(again.status()).toBe(304)
})
