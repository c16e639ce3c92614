import { expect, test } from './support/test'

const japan = 'japan-defence-transfers'
const paths = [
  '',
  '/ask?equipment=warship&recipient=ukraine&purpose=minesweeping&on=2023-08-23&known=2023-08-23',
  '/matrix',
  '/matrix?purpose=&on=2023-12-22',
  '/matrix?rows=purpose&columns=equipment&recipient=ukraine',
  '/compare',
  '/compare?from=2023-12-21&to=2023-12-22&toEdition=1',
  '/rules/weapons-five-purposes',
  '/changes/weapons-within-five-purposes',
  '/timeline',
  '/timeline?change=weapons-within-five-purposes&from=2023-08',
  '/contradictions',
  '/calendar',
  '/scorecard',
  '/reports/2023-08-23-kyodo-lethal-weapons-non-combat',
]

test('every page says how it is cited, and what is cited shows the same and is cited the same', async ({ page }) => {
  for (const path of paths) {
    await page.goto(`/en/${japan}${path}`)
    const text = () =>
      page.locator('main').evaluate((main) => {
        for (const aside of main.querySelectorAll('.pinned-note, script')) aside.remove()
        return main.textContent
      })
    const citation = page.locator('.citation').last()
    await expect(citation, path).toContainText(/Rulewire, edition \d+, “.+”/)
    const said = (await citation.textContent()) ?? ''
    const shown = await text()
    const address = new URL(/https?:\S+$/.exec(said)?.[0] ?? '')
    expect(address.searchParams.get('edition'), path).toMatch(/^\d+$/)
    expect(address.searchParams.has('on') || address.searchParams.has('to'), path).toBe(true)
    expect((await page.goto(address.href))?.status(), path).toBe(200)
    await expect(citation, path).toHaveText(said)
    expect(await text(), path).toBe(shown)
  }
})

test('a report is cited as its publisher’s and as the record that this site keeps of it', async ({ page }) => {
  await page.goto(`/ja/${japan}/reports/2023-08-23-kyodo-lethal-weapons-non-combat`)
  await expect(page.locator('.citation')).toHaveText([
    /共同通信/,
    /Rulewire 第\d+版「.+」\d+年\d+月\d+日時点。http.*edition=/,
  ])
})
