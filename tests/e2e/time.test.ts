import { expect, test } from './support/test'

const japan = 'japan-defence-transfers'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader asks in the words of the news, in either language', async ({ page }) => {
    await page.goto(`/en/${japan}/ask`)
    await page.getByLabel('In the words of the news').fill('Can lethal arms go to Ukraine?')
    await page.getByRole('button', { name: 'Ask' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('May weapons go to Ukraine')
    await expect(page.locator('.read-as')).toContainText('lethal arms')
    await page.goto(`/ja/${japan}/ask?${new URLSearchParams({ words: '殺傷能力のある武器' })}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('武器')
    await page.goto(`/en/${japan}/ask?equipment=lethal+arms`)
    await page.getByRole('link', { name: 'weapon', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('weapons')
  })

  test('a reader compares two days and steps to the next one on which anything changed', async ({ page }) => {
    await page.goto(`/en/${japan}/compare`)
    await page.locator('input[name=from]').fill('2023-12-21')
    await page.locator('input[name=to]').fill('2023-12-22')
    await page.getByRole('button', { name: 'Compare' }).click()
    await expect(page.locator('main')).toContainText('What holds differs for 188 of 1,170 combinations')
    await expect(page.getByRole('link', { name: 'Weapons allowed within the five purposes' }).first()).toBeVisible()
    await page.getByRole('link', { name: /What changes on/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('26 March 2024')
    await page.goto(`/en/${japan}/compare?from=2024-01-01&to=2024-01-02`)
    await expect(page.locator('main')).toContainText('Nothing changed')
    const bad = await page.goto(`/en/${japan}/compare?fromEdition=99999`)
    expect(bad?.status()).toBe(400)
    await expect(page.locator('main')).toContainText('fromEdition')
  })

  test('a reader asks what would become of a case, when it was proposed, and what is only suspended', async ({
    page,
  }) => {
    const proposed = { equipment: 'warship', recipient: 'other-agreement-state', purpose: 'minesweeping' }
    await page.goto(`/en/${japan}/ask?${new URLSearchParams({ ...proposed, on: '2023-09-01' })}`)
    await expect(page.locator('.verdict .next')).toContainText(
      /From 22 December 2023:\s*Conditional, by “Weapons allowed within the five purposes”,\s*proposed 23 August 2023/,
    )
    const then = { ...proposed, on: '2023-09-01', known: '2023-09-01' }
    await page.goto(`/en/${japan}/ask?${new URLSearchParams(then)}`)
    await expect(page.locator('.verdict')).toContainText(
      /If “Weapons allowed within the five purposes” goes through \(\s*proposed 23 August 2023\):\s*Conditional/,
    )
    const chips = '/en/us-chip-export-controls/ask'
    const listed = { item: 'other-item', party: 'listed-affiliate', route: 'from-us', on: '2026-11-22' }
    await page.goto(`${chips}?${new URLSearchParams(listed)}`)
    await expect(page.locator('.verdict .answer')).toHaveText('It is not known what holds on 22 November 2026.')
    await expect(page.locator('.verdict')).toContainText(/whether “Affiliates rule \(50 per cent\)” is in force again/)
    await expect(page.locator('.verdict')).toContainText('suspended until 9 November 2026')
    await expect(page.getByRole('region', { name: /Suspended: Affiliates rule/ })).toContainText(
      'absent a future extension',
    )
    const before = { item: 'a800-h800', party: 'china', route: 'from-us', on: '2023-11-01' }
    await page.goto(`${chips}?${new URLSearchParams(before)}`)
    await expect(page.locator('.verdict')).toContainText(
      /From 17 November 2023:\s*Presumed denied, by “The rules of October 2023”,\s*decided 17 October 2023/,
    )
    await page.goto('/en/us-chip-export-controls/rules/listed-affiliates?on=2026-11-09')
    await expect(page.locator('.norm')).toContainText(
      /: this rule no longer speaks on .*, as “Affiliates rule \(50 per cent\)” has been\s*suspended since 10 November 2025/,
    )
    await page.goto('/en/us-chip-export-controls/rules/listed-affiliates?on=2026-11-22')
    await expect(page.locator('.norm')).toContainText(/: it is not known what this rule says on 22 November 2026/)
  })

  test('a question that leaves values open says so, and tells what is pending on any of its cases', async ({
    page,
  }) => {
    await page.goto(`/en/${japan}/ask?equipment=weapon&recipient=ukraine&on=2023-09-01`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('May weapons go to Ukraine?')
    await expect(page.locator('.verdict')).toContainText(
      /If “Lethal arms for invaded countries” goes through .*:\s*Conditional;.* for 5 of the 65 combinations/,
    )
    await page.goto(`/ja/${japan}/ask?equipment=weapon&recipient=ukraine`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('武器をウクライナに移転できるか。')
    await page.goto('/en/eu-ai-act/ask')
    await expect(page.getByLabel('In the words of the news')).not.toHaveAttribute('placeholder', /lethal/)
  })

  test('a matrix is asked by edition and read as data, with what is left open', async ({ page }) => {
    await page.goto(`/en/${japan}/matrix?purpose=&on=2023-12-22`)
    await page.getByLabel('Edition').fill('1')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page.locator('.pinned-note')).toContainText('edition 1')
    const cell = (await page.locator('.matrix tbody tr').first().locator('td').allInnerTexts()).length
    const link = await page.getByRole('link', { name: 'This matrix as JSON' }).getAttribute('href')
    const data = await (await page.request.get(link ?? '')).json()
    expect(data).toMatchObject({ on: '2023-12-22', edition: 1, fixed: {} })
    expect(data.cells[0]).toHaveLength(cell)
    const table = await page.getByRole('link', { name: 'As CSV' }).getAttribute('href')
    expect((await page.request.get(table ?? '')).headers()['content-type']).toContain('text/csv')
  })

  test('an edition and a day in the address hold on every page that is reached from it', async ({ page }) => {
    await page.goto(`/en/${japan}?edition=1&on=2023-08-23`)
    await expect(page.locator('.pinned-note')).toContainText('23 August 2023')
    await expect(page.locator('#motion')).toBeVisible()
    for (const name of ['Timeline', 'Rules', 'More', 'Ask']) {
      await page.locator('.dossier-nav').getByRole('link', { name }).click()
      await expect(page.locator('.pinned-note'), name).toContainText('edition 1')
      expect(new URL(page.url()).searchParams.get('on'), name).toBe('2023-08-23')
    }
    await page.locator('.pinned-note').getByRole('link').click()
    await expect(page.locator('.pinned-note')).toHaveCount(0)
    for (const edition of ['0', '99999', 'x', '1&edition=2'])
      expect((await page.goto(`/en/${japan}?edition=${edition}`))?.status(), edition).toBe(400)
  })
})

test('a matrix and a comparison as tables to keep', async ({ request }) => {
  const csv = async (path: string) => {
    const answer = await request.get(`/api/v1/dossiers/${japan}/${path}`)
    expect(answer.headers()['content-type'], path).toContain('text/csv')
    expect(answer.headers()['content-disposition'], path).toContain('.csv')
    return (await answer.text()).slice(1).trimEnd().split('\r\n')
  }
  const compared = await csv('compare.csv?from=2023-12-21&to=2023-12-22')
  expect(compared.length).toBe(1 + 188)
  const json = await (await request.get(`/api/v1/dossiers/${japan}/compare?from=2023-12-21&to=2023-12-22`)).json()
  expect(json).toMatchObject({ cases: 1170, directions: { relaxes: 163 } })
  expect(json.changes.map(({ change }: { change: string }) => change)).toContain('weapons-within-five-purposes')
  const matrix = await csv('matrix.csv?on=2023-12-22')
  const form = await (await request.get(`/api/v1/dossiers/${japan}/matrix?on=2023-12-22`)).json()
  expect(matrix.length).toBe(1 + form.rowValues.length)
  expect(form.cells[0].length).toBe(form.columnValues.length)
})
