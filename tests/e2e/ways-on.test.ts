import { expect, test } from './support/test'

const japan = 'japan-defence-transfers'
const europe = 'eu-ai-act'
const chips = 'us-chip-export-controls'

test.use({ javaScriptEnabled: false })

test('a cell that stands for several values opens the questions that it answers, each with the answer shown', async ({
  page,
}) => {
  await page.goto(`/en/${japan}`)
  const cell = page.locator('.matrix details.each').first()
  await expect(cell.getByRole('link').first()).toBeHidden()
  await cell.locator('summary').click()
  const links = await cell.getByRole('link').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))
  const shown = await cell.locator('summary .word').textContent()
  expect(links.length).toBeGreaterThan(1)
  expect(new Set(links).size).toBe(links.length)
  for (const href of links) {
    await page.goto(href)
    await expect(page.locator('.verdict .answer svg').first()).toBeVisible()
    await expect(page.locator('main'), href).toContainText(shown ?? '')
  }
})

test('an address with a day that cannot be read keeps the form: what was typed, what is wrong beside it, all else as it was', async ({
  page,
}) => {
  for (const [path, field, kept, value] of [
    [`/en/${japan}/ask?equipment=warship&on=foo`, 'on', 'equipment', 'warship'],
    [`/ja/${japan}/ask?equipment=warship&known=2999-01-01`, 'known', 'equipment', 'warship'],
    [`/en/${japan}/timeline?from=soon&actor=komeito`, 'from', 'actor', 'komeito'],
    [`/en/${japan}/compare?to=soon&equipment=warship`, 'to', 'equipment', 'warship'],
    [`/en/${japan}/matrix?on=soon&rows=purpose`, 'on', 'rows', 'purpose'],
    [`/en/${japan}/actors/komeito?from=soon&to=2024`, 'from', 'to', '2024'],
  ] as const) {
    expect((await page.goto(path))?.status(), path).toBe(400)
    const input = page.locator(`form:not([role=search]) [name=${field}]`)
    await expect(input, path).toHaveValue(new URLSearchParams(path.split('?')[1]).get(field) ?? '')
    await expect(input, path).toHaveAttribute('aria-invalid', 'true')
    await expect(page.locator(`#${await input.getAttribute('aria-describedby')}`), path).not.toBeEmpty()
    await expect(page.locator(`main [name=${kept}]`), path).toHaveValue(value)
  }
  await page.goto(`/en/${japan}/ask?equipment=warship&on=foo&known=bar`)
  await expect(page.locator('[aria-invalid]')).toHaveCount(2)
  await page.locator('main [name=on]').fill('1 May 2026')
  await page.locator('main [name=known]').fill('')
  await page.getByRole('button', { name: 'Ask' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('warships')
})

test('who asks with q, as elsewhere, is led to the words', async ({ page }) => {
  expect((await page.goto(`/en/${japan}/ask?q=lethal+arms`))?.status()).toBe(400)
  await page.getByRole('link', { name: 'words', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('weapons')
})

test('the reports counted with an answer are those that it rests on; those on its drafts stand apart', async ({
  page,
}) => {
  await page.goto(`/en/${europe}/ask?operator=large-provider&obligation=requirements&system=employment`)
  const section = page.locator('section[aria-labelledby=evidence]')
  const beside = section.locator('details', { hasText: 'on the same change' }).last()
  const all = await section.locator('ul.evidence > li').count()
  const apart = await beside.locator('ul.evidence > li').count()
  expect(apart).toBeGreaterThan(0)
  await expect(section.getByText(`${all - apart} reports`).first()).toBeVisible()
  await expect(page.locator('.verdict .sure')).toContainText(`${all - apart} reports`)
  await expect(section.locator('> ul.evidence')).not.toContainText('Proposed')
})

test('an answer that depends tells how its parts moved, and on which days', async ({ page }) => {
  await page.goto(`/en/${japan}/ask?equipment=weapon`)
  const history = page.locator('section[aria-labelledby=history]')
  const parts = history.getByRole('table', { name: 'How it moved, by recipient' })
  await expect(parts.getByRole('row', { name: /Embargoed country/ })).toContainText('from 21 April 1967')
  const days = history.getByRole('table', { name: /The days on which any of it changed/ })
  const row = days.getByRole('row', { name: /22 December 2023/ })
  await expect(row).toContainText('from Prohibited to Conditional')
  await expect(row.getByRole('link', { name: 'Weapons allowed within the five purposes' })).toBeVisible()
  await row.getByRole('link', { name: '22 December 2023' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('From 21 December 2023 to 22 December 2023')
})

test('the members of an actor count the positions of the time that is asked', async ({ page }) => {
  const members = page.locator('section[aria-labelledby=members]')
  await page.goto(`/en/${japan}/actors/komeito`)
  await expect(members).toContainText('position')
  await page.goto(`/en/${japan}/actors/komeito?from=1990&to=1991`)
  await expect(members.getByRole('link').first()).toBeVisible()
  await expect(members).not.toContainText('position')
})

test('a quote within a quote has the marks of the second level, and who is cited is told in words', async ({
  page,
}) => {
  await page.goto(`/en/${chips}/reports/2025-07-econotimes-h20-criticism`)
  await expect(page.locator('main q').filter({ hasText: 'Moolenaar' }).first()).toContainText('‘the right call’')
  await page.goto(`/ja/${japan}/reports/1976-02-27-worldjpn-unified-view`)
  await expect(page.locator('main q').filter({ hasText: '輸出' }).first()).toContainText('『武器』')
  await page.goto(`/en/${japan}/ask?equipment=weapon`)
  await expect(page.locator('.chain').filter({ hasText: ', citing ' }).first()).toBeVisible()
  await expect(page.locator('.chain').filter({ hasText: '(named)' })).toHaveCount(0)
})

test('where in a law something stands is told in the language of the page', async ({ page }) => {
  await page.goto(`/ja/${europe}/rules/annex-iii-duties`)
  const basis = page.locator('section[aria-labelledby=basis]')
  await expect(basis).toContainText('第113条第2段落')
  await expect(basis).not.toContainText('Art.')
  await page.goto(`/ja/${europe}/ask?operator=large-provider&obligation=requirements&system=employment`)
  await expect(page.locator('.meanings')).toContainText('附属書III第4点')
})

test('on paper there is neither navigation nor form', async ({ page }) => {
  await page.emulateMedia({ media: 'print' })
  for (const path of [`/en`, `/en/${japan}`, `/en/${japan}/ask?equipment=weapon`, `/en/${chips}/matrix`]) {
    await page.goto(path)
    for (const hidden of ['nav', 'form', '.skip', '.past-table'])
      for (const one of await page.locator(hidden).all()) await expect(one, `${path} ${hidden}`).toBeHidden()
    await expect(page.locator('h1'), path).toBeVisible()
  }
})
