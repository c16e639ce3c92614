import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { rulewire } from '../../support/command-line'
import { draftOpen } from '../support/taken-over'
import { expect, onOwnSite } from '../support/test'
import { discard, signIn } from './drafts'

const test = onOwnSite()
const dossier = 'japan-defence-transfers'
/** Ten reports came out in it. */
const month = '2024-03'

test.describe.configure({ mode: 'serial' })

const reportsOf = (of: string): string[] =>
  readdirSync(`content/dossiers/${of}/reports`)
    .filter((name) => /^[^.]+\.md$/.test(name))
    .map((name) => name.slice(0, -3))

/** Presses and chooses, and counts it. */
function counting(page: Page) {
  let clicks = 0
  return {
    clicks: () => clicks,
    press: async (role: 'link' | 'button', name: string | RegExp) => {
      clicks++
      await page
        .getByRole(role, { name, exact: typeof name === 'string' })
        .first()
        .click()
    },
    choose: async (label: string, value: string) => {
      clicks++
      await page.getByLabel(label, { exact: true }).selectOption(value)
    },
  }
}

const publishNow = async (page: Page, why: string) => {
  await page.getByLabel('Why').fill(why)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.waitForURL('**/admin?edition=*')
}

test('any report is open for editing in three clicks', async ({ deskOf }) => {
  const page = await deskOf('editor')
  const all = ['eu-ai-act', dossier, 'us-chip-export-controls'].flatMap(reportsOf)
  expect(all.length).toBeGreaterThan(220)
  for (const id of [all[0], all[all.length >> 1], all.at(-1)]) {
    if (id === undefined) throw new Error('no report')
    await page.goto('/admin')
    const { press, clicks } = counting(page)
    await press('link', 'Reports')
    await page.getByLabel('Words, id or date').fill(id)
    await press('button', 'Find')
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(2)
    await press('button', /^Edit/)
    await draftOpen(page)
    await expect(page.locator('main')).toContainText(id)
    expect(clicks()).toBeLessThanOrEqual(3)
    await discard(page)
  }
})

test('the list is narrowed, sorted and paged', async ({ deskOf }) => {
  const page = await deskOf('author')
  const count = reportsOf(dossier).length
  await page.goto(`/admin/reports?dossier=${dossier}&state=all&sort=title`)
  await expect(page.getByText(`${count} reports`)).toBeVisible()
  const listed = page.locator('table.reports tbody td:nth-child(2) a')
  const titles = () => listed.allInnerTexts()
  const first = await titles()
  expect(first.map((title) => title.toLowerCase())).toEqual(first.map((title) => title.toLowerCase()).sort())
  await page.getByRole('link', { name: 'After' }).click()
  await expect(page.getByRole('link', { name: first[0], exact: true })).toHaveCount(0)
  await expect(listed).not.toHaveCount(0)
  expect((await titles()).filter((title) => first.includes(title))).toEqual([])
  await page.getByRole('link', { name: 'Before' }).click()
  await expect.poll(titles).toEqual(first)
  await page.getByText('More filters').click()
  await page.getByLabel('From', { exact: true }).fill('March 2024')
  await page.getByLabel('To', { exact: true }).fill('2024年3月')
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByText('10 reports')).toBeVisible()
  // An author changes nothing that others wrote: there is nothing to tick.
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  expect((await page.goto(`/admin/reports/bulk?dossier=${dossier}&words=${month}&all=1`))?.status()).toBe(403)
  expect((await page.goto('/admin/reports?cursor=nowhere'))?.status()).toBe(404)
})

test('ten reports are changed in eight clicks, as one edition, which is undone', async ({ deskOf, request }) => {
  const page = await deskOf('editor')
  await page.goto('/admin')
  const { press, choose, clicks } = counting(page)
  await press('link', 'Reports')
  await page.getByLabel('Words, id or date').fill(month)
  await choose('Dossier', dossier)
  await press('button', 'Find')
  await press('button', 'Change all 10 found…')
  const form = page.getByRole('form', { name: 'Set the publisher' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Change 10 reports together')
  await choose('Publisher', 'nhk')
  await form.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByRole('heading', { name: /reports change$/ })).toBeVisible()
  const changed = await page.locator('#preview article').count()
  await press('button', 'Make the drafts')
  await page.waitForURL('**/admin/publish?draft=**')
  await expect(page.locator('.to-publish').first().getByText('Changes: Publisher.')).toHaveCount(changed)
  await page.getByLabel('Why').fill('All of them from one publisher')
  await press('button', 'Publish')
  await page.waitForURL('**/admin?edition=*')
  // The preview was one more.
  expect(clicks() + 1).toBeLessThanOrEqual(8)
  expect(changed).toBe(10)

  const listed = async () =>
    (await (await request.get(`/en/${dossier}/timeline?from=${month}&to=${month}&source=nhk`)).text()).split(
      `/${dossier}/reports/`,
    ).length
  const after = await listed()
  await page.goto('/admin/editions')
  await page
    .getByRole('row')
    .filter({ hasText: 'All of them from one publisher' })
    .getByRole('link', { name: 'Undo…' })
    .click()
  await page.getByRole('button', { name: 'Make the drafts' }).click()
  await page.waitForURL('**/admin/publish**')
  await publishNow(page, 'Undone')
  expect(await listed()).toBeLessThan(after)
})

test('nothing is made where a draft of one’s own says something else', async ({ deskOf }) => {
  const page = await deskOf('editor')
  const [id] = reportsOf(dossier).filter((one) => one.startsWith(month))
  await page.goto(`/admin/reports?words=${id}`)
  await page.getByRole('button', { name: /^Edit/ }).first().click()
  await draftOpen(page)
  const draft = page.url()
  await page.goto(`/admin/reports/bulk?dossier=${dossier}&words=${month}&all=1&verb=publisher&publisher.source=nhk`)
  await page.getByRole('button', { name: 'Make the drafts' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing was made' })).toContainText(`“${id}”`)
  await page.goto('/admin/reports?state=drafts')
  await expect(page.getByRole('heading', { name: 'Drafts (1)' })).toBeVisible()
  await page.goto(draft)
  await discard(page)
})

test('a record that nothing refers to is removed and brought back; of one in use it is said where', async ({
  deskOf,
}) => {
  const page = await deskOf('editor')
  await page.goto('/admin/records')
  await page.getByLabel('Name or id').fill('AI-OFFICE')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name: /^Remove / }).click()
  await expect(page.getByText('Nothing refers to it.')).toBeVisible()
  await page.getByRole('button', { name: 'Make the draft that removes it' }).click()
  await page.waitForURL('**/admin/publish?draft=**')
  await publishNow(page, 'No actor of ours')
  await page.goto('/admin/records')
  await page.getByRole('button', { name: /^Bring back/ }).click()
  await draftOpen(page)
  await page.getByRole('button', { name: 'Review and publish' }).click()
  await page.waitForURL('**/admin/publish?draft=**')
  await publishNow(page, 'It is one')
  await page.goto('/admin/records?q=ai-office')
  await expect(page.getByRole('button', { name: /^Bring back/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Edit/ })).toBeVisible()

  await page.goto('/admin/records/remove?kind=source&dossier=&id=nhk')
  await expect(page.getByText(/places refer to it/)).toBeVisible()
  expect((await page.goto(`/admin/records/remove?kind=report&dossier=${dossier}&id=x`))?.status()).toBe(404)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('reports are ticked and retracted together, after a note that is asked for', async ({ page }) => {
    await signIn(page, 'editor')
    await page.goto(`/admin/reports?dossier=${dossier}&words=${month}`)
    for (const at of [0, 1]) await page.getByRole('checkbox').nth(at).check()
    await page.getByRole('button', { name: 'Change what is ticked…' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Change 2 reports together')
    const form = page.getByRole('form', { name: 'Retract' })
    await form.getByRole('button', { name: 'Preview' }).click()
    await expect(form).toContainText('is missing: readers see what was wrong')
    await form.getByLabel('Public note, in English').fill('The agency withdrew both.')
    await form.getByRole('button', { name: 'Preview' }).click()
    await expect(page.getByRole('heading', { name: '2 reports change' })).toBeVisible()
    await page.getByRole('button', { name: 'Make the drafts' }).click()
    await page.waitForURL('**/admin/publish?draft=**')
    await publishNow(page, 'Withdrawn')
    await page.goto('/admin/reports?state=retracted')
    await expect(page.getByRole('heading', { name: 'Retracted (2)' })).toBeVisible()
    await page.getByRole('button', { name: /^Edit/ }).first().click()
    await draftOpen(page)
    await discard(page)
  })
})

test('whoever is no editor any more changes nothing', async ({ deskOf, site }) => {
  const page = await deskOf('editor')
  await page.goto(`/admin/reports/bulk?dossier=${dossier}&words=${month}&all=1&verb=publisher&publisher.source=nhk`)
  const remove = await page.context().newPage()
  await remove.goto('/admin/records/remove?kind=actor&dossier=eu-ai-act&id=ai-office')
  await rulewire(['user', 'role', 'editor', 'author'], site.env)
  // Another role ends every session; signed in again, nothing is lost but the right.
  await page.getByRole('button', { name: 'Make the drafts' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'You are signed out' })).toBeVisible()
  await signIn(await page.context().newPage(), 'editor')
  await page.getByRole('button', { name: 'Make the drafts' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing was stored: this takes an editor' })).toBeVisible()
  await remove.getByRole('button', { name: 'Make the draft that removes it' }).click()
  await expect(remove.getByRole('alert').filter({ hasText: 'Nothing was stored: this takes an editor' })).toBeVisible()
})
