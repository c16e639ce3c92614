import { dossier, pages } from './support/pages'
import { expect, test } from './support/test'

test('every page answers in both languages, with one heading and a title of its own', async ({ page }) => {
  for (const locale of ['en', 'ja']) {
    const titles = new Set<string>()
    for (const path of pages) {
      const answer = await page.goto(`/${locale}${path}`)
      expect(answer?.status(), path).toBe(200)
      await expect(page.locator('html'), path).toHaveAttribute('lang', locale)
      await expect(page.locator('h1'), path).toHaveCount(1)
      titles.add(await page.title())
    }
    expect(titles.size).toBe(pages.length)
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader goes from the front page to the answer and its evidence', async ({ page }) => {
    await page.goto('/en')
    await page
      .getByRole('link', { name: 'Japan’s defence equipment transfers' })
      .or(page.getByRole('link', { name: /defence equipment/i }))
      .first()
      .click()
    await page.waitForURL(`**/en/${dossier}`)
    await page.locator('main table a').first().click()
    await page.waitForURL('**/ask?**')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('?')
    await page.locator('.ask-again summary').click()
    await page.locator('input[name=on]').fill('23 August 2023')
    await page.locator('select[name=equipment]').selectOption('warship')
    await page.locator('select[name=recipient]').selectOption('other-agreement-state')
    await page.locator('select[name=purpose]').selectOption('minesweeping')
    await page.locator('main form button').first().click()
    await expect(page.locator('main .answer .disposition')).toContainText('No')
    await expect(page.locator('main')).toContainText('23 August 2023')
    await expect(page.locator('main')).toContainText('Proposed')
  })

  test('a page that is not there answers 404, a parameter that makes no sense 400, each in the site’s own frame', async ({
    page,
  }) => {
    for (const path of [
      '/en/nowhere',
      `/en/${dossier}/reports/none`,
      `/en/${dossier}/rules/none`,
      '/en/a/b/c/d',
      '/xx',
    ]) {
      const answer = await page.goto(path)
      expect(answer?.status(), path).toBe(404)
      await expect(page.locator('body'), path).toContainText('Rulewire')
    }
    for (const [query, named] of [
      ['timeline?rule=none', 'rule'],
      ['timeline?from=yesterday', 'from'],
      ['timeline?cursor=%25', 'cursor'],
      ['matrix?on=2023-13-01', 'on'],
      ['matrix?rows=colour', 'rows'],
      ['ask?equipment=warships', 'equipment'],
    ]) {
      const answer = await page.goto(`/en/${dossier}/${query}`)
      expect(answer?.status(), query).toBe(400)
      await expect(page.locator('main'), query).toContainText(named ?? '')
    }
    await expect(page.locator('main')).toContainText('warship')
  })

  test('what is no text is refused by the name of its parameter, and what is long is not repeated', async ({
    page,
    request,
  }) => {
    for (const [query, named] of [
      ['search?q=%FF%FE', 'q'],
      ['search?q=%00x', 'q'],
      [`${dossier}/timeline?words=%E8%BC`, 'words'],
      [`${dossier}/timeline?change=a%07`, 'change'],
      [`${dossier}/ask?equipment=%80`, 'equipment'],
      [`${dossier}?edition=%FF`, 'edition'],
      ['corrections?dossier=%00', 'dossier'],
    ]) {
      const answer = await page.goto(`/en/${query}`)
      expect(answer?.status(), query).toBe(400)
      await expect(page.locator('main code'), query).toContainText(`${named}=`)
      await expect(page.locator('main'), query).toContainText('UTF-8')
    }
    expect((await request.get(`/en/${dossier}/feed.xml?words=%FF`)).status()).toBe(400)
    const long = 'xyz'.repeat(2000)
    for (const query of [
      `search?q=${long}`,
      `search?q=a&dossier=${long}`,
      `corrections?dossier=${long}`,
      `${dossier}/timeline?rule=${long}`,
      `${dossier}/ask?equipment=${long}`,
      `${dossier}?edition=${long}`,
    ]) {
      const answer = await request.get(`/en/${query}`)
      expect(answer.status(), query).toBe(400)
      const text = await answer.text()
      expect([text.includes(long.slice(0, 70)), text.includes(long.slice(0, 90))], query.slice(0, 40)).toEqual([
        true,
        false,
      ])
    }
  })

  test('a question in the words of the news: the narrower reading goes first, what is not understood is named', async ({
    page,
  }) => {
    await page.goto(`/en/${dossier}/ask?words=${encodeURIComponent('Mogami frigates to Poland for minesweeping')}`)
    const read = page.locator('.read-as')
    await expect(read).toContainText('“frigates” is read as Equipment: Warships')
    await expect(read).toContainText('Not understood: Poland.')
    await page.goto(`/ja/${dossier}/ask?words=${encodeURIComponent('もがみ型をポーランドに移転できるか')}`)
    await expect(page.locator('.read-as')).toContainText('読み取れなかった言葉：ポーランド')
    await page.goto('/en/us-chip-export-controls/ask?words=H20+to+China')
    await expect(page.locator('h1')).toContainText('H20 chips')
    await expect(page.locator('.read-as')).toContainText('“h20” may also mean Item: Chips made for China')
  })

  test('the timeline is filtered by a plain form, and each filter can be taken away again', async ({ page }) => {
    await page.goto(`/en/${dossier}/timeline`)
    await page.locator('select[name=change]').selectOption('weapons-within-five-purposes')
    await page.locator('input[name=from]').fill('2023-08-01')
    await page.locator('input[name=to]').fill('2023-08-31')
    await page.locator('main form button[type=submit]').first().click()
    await page.waitForURL('**change=weapons-within-five-purposes**')
    const entries = page.locator('main article, main li.entry, main .entry')
    await expect(entries.first()).toContainText(/lethal|weapon/i)
    expect(await entries.count()).toBeLessThan(6)
    await page.goto(`/en/${dossier}/timeline?words=${encodeURIComponent('慎む')}`)
    // In a quote, and in the Japanese summary of another report.
    await expect(page.locator('main .entry')).toHaveCount(2)
  })

  test('pages of the timeline lead back and forth without losing or repeating a report', async ({ page }) => {
    const read = () =>
      page.locator('main .entry-title a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    /** Whether there is such a link; then the page to which it leads is there. */
    const follow = async (rel: 'next' | 'prev') => {
      const link = page.locator(`a[rel=${rel}]`).first()
      if ((await link.count()) === 0) return false
      const leads = new URL((await link.getAttribute('href')) ?? '', page.url()).href
      await link.click()
      await page.waitForURL(leads, { waitUntil: 'load' })
      return true
    }
    await page.goto(`/en/${dossier}/timeline`)
    const first = await read()
    const seen = new Set(first)
    for (let at = 0; at < 20 && (await follow('next')); at++)
      for (const href of await read()) {
        expect(seen.has(href), String(href)).toBe(false)
        seen.add(href)
      }
    expect(seen.size).toBeGreaterThanOrEqual(109)
    while (await follow('prev'));
    expect(await read()).toEqual(first)
  })
})

test('the front door goes by the reader’s languages', async ({ request }) => {
  for (const [languages, leads] of [
    ['ja,en;q=0.5', '/ja'],
    ['de-DE,de', '/en'],
    ['ja-JP', '/ja'],
    ['not a language !!', '/en'],
  ]) {
    const answer = await request.get('/', { maxRedirects: 0, headers: { 'accept-language': languages ?? '' } })
    expect(answer.headers().location, languages).toBe(leads)
    expect(answer.headers().vary).toContain('Accept-Language')
  }
})
