import { expect, test } from '../support/test'

const japan = 'japan-defence-transfers'
const us = 'us-chip-export-controls'
const pinned = 'edition=1'

test('the evidence begins with the step that decides, and says what was reported later', async ({ page }) => {
  const asked = 'equipment=warship&recipient=other-agreement-state&purpose=minesweeping&on=2023-08-23'
  await page.goto(`/en/${japan}/ask?${asked}&${pinned}`)
  const evidence = page.locator('section[aria-labelledby=evidence] .evidence > li')
  await expect(evidence.first()).toContainText('In force')
  const kinds = await evidence.allTextContents()
  const firstOther = kinds.findIndex((text) => /uses this rule|consistent with it|interprets it/.test(text))
  expect(firstOther).toBeGreaterThan(0)
  expect(kinds.slice(firstOther).some((text) => text.includes('In force'))).toBe(false)
  await expect(page.getByText('reported later').first()).toBeVisible()
  await page.goto(`/ja/${japan}/ask?${asked}&${pinned}`)
  await expect(page.getByText('後日の報道').first()).toBeVisible()
  await page.goto(`/en/${japan}/ask?${asked}&known=2023-08-23&${pinned}`)
  await expect(page.locator('section[aria-labelledby=evidence]')).not.toContainText('reported later')
})

test('a case of which no rule has ever spoken says so, without an empty table', async ({ page }) => {
  await page.goto(`/en/${us}/ask?item=h20&party=tier-1&route=from-us&on=2025-03-01&${pinned}`)
  const history = page.locator('section[aria-labelledby=history]')
  await expect(history).toContainText('No rule has ever spoken of this.')
  await expect(history.locator('table')).toHaveCount(0)
})

test('a contradiction stands as two sides: who says otherwise on the left, all that is disputed on the right', async ({
  page,
}) => {
  await page.setViewportSize({ width: 768, height: 1000 })
  await page.goto(`/en/${japan}/contradictions?${pinned}`)
  const item = page.locator('.contradictions > li').filter({ hasText: 'Agreed is dated differently' }).first()
  const sides = item.locator('.two-sides > *')
  await expect(sides).toHaveCount(2)
  await expect(sides.first().getByText('6 July 2023').first()).toBeVisible()
  await expect(sides.last()).toContainText('5 July 2023')
  await expect(sides.last()).not.toContainText('6 July 2023')
  const places = () =>
    sides.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ x, y }) => ({ x, y })))
  const [left, right] = await places()
  expect([left?.y === right?.y, (left?.x ?? 0) < (right?.x ?? 0)]).toEqual([true, true])
  await page.setViewportSize({ width: 360, height: 800 })
  const [above, below] = await places()
  expect([above?.x === below?.x, (above?.y ?? 0) < (below?.y ?? 0)]).toEqual([true, true])
})

test('the norm of a rule that is silent is one sentence, and a value that is no noun is quoted in it', async ({
  page,
}) => {
  await page.goto(`/en/${us}/rules/diffusion-tier-3?${pinned}`)
  const norm = page.locator('.norm')
  await expect(norm).toContainText('the route is “as a shipment from anywhere”: this rule does not speak on')
  expect((await norm.textContent())?.split(':')).toHaveLength(2)
  await page.goto(`/en/${japan}/rules/weapons-five-purposes?${pinned}`)
  await expect(norm).toContainText(
    /: this rule no longer speaks on .*, as “.+” has been\s*in force since 21 April 2026/,
  )
  await page.goto(`/ja/${japan}/rules/weapons-five-purposes?${pinned}`)
  await expect(norm).toContainText('この規則はもはや効力をもたない')
})
