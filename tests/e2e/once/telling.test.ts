import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { writeContent } from '@/lib/content'
import { rulewire } from '../../support/command-line'
import { writeFiles } from '../../support/folders'
import { contentWith } from '../../support/wide-dossier'
import { tellingDossier } from '../support/telling-dossier'
import { expect, onOwnSite } from '../support/test'

/** What an answer tells beside itself, on a dossier that has one of everything. */
const test = onOwnSite()
const day = '2026-11-22'

test.beforeAll(async ({ site }) => {
  const folder = join(site.folder, 'telling')
  mkdirSync(folder)
  const { sources, dossiers } = contentWith(tellingDossier())
  const gazette = { id: 'gazette', name: 'Gazette', kind: 'official' } as const
  writeFiles(folder, writeContent({ sources: [...sources, gazette], dossiers }))
  const { code, stderr } = await rulewire(['import', folder, '--publish'], site.env)
  expect(code, stderr).toBe(0)
  // The site sees what another process has published a moment later.
  await expect.poll(async () => (await fetch(`${site.address}/en/telling`)).status).toBe(200)
})

const ask = (page: Page, question: Record<string, string>, language = 'en') =>
  page.goto(`/${language}/telling/ask?${new URLSearchParams({ on: day, ...question })}`)
const verdict = (page: Page) => page.locator('.verdict')

test('a duty stands beside the answer, with its rule, its change and its conditions', async ({ page }) => {
  await ask(page, { item: 'strong', party: 'ally' })
  await expect(verdict(page).locator('.answer')).toContainText('Yes')
  const also = page.getByRole('region', { name: 'Also applies' })
  await expect(also).toContainText(/“Every sale is reported”:\s*Required, by “Reporting order”/)
  await expect(also).toContainText('Within thirty days')
  await ask(page, { party: 'ally' })
  await expect(also).toContainText('(1 of the 3 combinations)')
  await page.goto(`/en/telling/rules/reporting?on=${day}`)
  await expect(page.locator('main')).toContainText('A duty: it applies beside whatever rule decides.')
  await ask(page, { item: 'strong', party: 'ally' }, 'ja')
  await expect(page.getByRole('region', { name: 'あわせて適用されるもの' })).toContainText('義務')
})

test('what comes next is told with its month and its change, and that nothing is known to', async ({ page }) => {
  await ask(page, { item: 'strong', party: 'rival' })
  await expect(verdict(page).locator('.next')).toContainText(
    /From December 2027:\s*Prohibited, by “Licence act”,\s*in force since 1 February 2024/,
  )
  await ask(page, { item: 'strong', party: 'ally' })
  await expect(verdict(page).locator('.next')).toContainText('No date is fixed on which it changes.')
  await ask(page, { item: 'strong' })
  await expect(verdict(page).locator('.next')).toContainText('From December 2027 some of it changes')
  await page.goto(`/en/telling/rules/licence?on=${day}`)
  await expect(page.locator('main')).toContainText(/From December 2027:\s*Prohibited/)
  await expect(page.locator('.norm')).toContainText('watched countries')
  await page.goto(`/en/telling/ask?item=strong&party=rival&on=2028-01-01`)
  await expect(page.locator('section[aria-labelledby=because]')).toContainText('“presumption of denial”')
})

test('what nobody knows is never told as plain: both readings, everywhere', async ({ page }) => {
  await ask(page, { item: 'weak', party: 'other' })
  await expect(verdict(page).locator('.answer')).toHaveText('It is not known what holds on 22 November 2026.')
  await expect(verdict(page)).toContainText('was suspended until 9 November 2026, and no report has come since')
  await expect(verdict(page).locator('.readings > li')).toHaveText([
    /If it is in force again:\s*Prohibited/,
    /If not:\s*Required/,
  ])
  const last = page.locator('section[aria-labelledby=history] tbody tr').filter({ hasText: 'Not known' })
  await expect(last).toContainText('10 November 2026')
  await ask(page, { item: 'weak', party: 'other', on: '2026-11-09' })
  await expect(verdict(page).locator('.answer')).toContainText(/As of 9 November 2026:\s*Required/)
  await page.goto(`/en/telling/rules/affiliates?on=${day}`)
  await expect(page.locator('.norm')).toContainText('it is not known what this rule says on 22 November 2026')
  for (const path of ['/telling', '/telling/calendar', '/telling/changes/affiliates-rule', '']) {
    await page.goto(`/en${path}?on=${day}`)
    const line = page.getByText('Affiliates rule: not known since 10 November 2026')
    await expect(line.first()).toBeVisible()
  }
  await page.goto(`/en/telling/rules?on=${day}`)
  await expect(page.getByRole('row', { name: /Affiliates of listed firms/ })).toContainText('Not known')
  await page.goto(`/en/telling/matrix?on=${day}`)
  const cell = page.locator('a[href*="item=weak&party=other"]')
  await expect(cell).toContainText('Not known')
  await expect(cell).toHaveAttribute('title', /If so: Prohibited. If not: Required/)
  await page.goto(`/en/telling/scorecard?on=${day}`)
  await expect(page.locator('main')).toContainText('Dates that a law or order sets itself are no forecasts')
  await expect(page.locator('main table')).toHaveCount(0)
})

test('what is not followed is a fact about the dossier, with its note', async ({ page }) => {
  await ask(page, { item: 'tool', party: 'rival' })
  await expect(verdict(page)).toContainText('We do not follow this')
  await expect(verdict(page)).toContainText('Tools are another office’s business.')
  await expect(page.locator('main')).not.toContainText('No rule')
  await page.goto(`/en/telling/matrix?on=${day}`)
  const legend = page.getByRole('list', { name: 'Legend' })
  await expect(legend).toContainText('this dossier does not follow it')
  await expect(page.locator('.disposition.untracked').first()).toContainText('Not followed here')
})

test('a member is asked by its name and followed from value to value', async ({ page }) => {
  await ask(page, { item: 'strong', party: 'ruritania' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('May strong chips go to Ruritania?')
  await expect(verdict(page)).toContainText('Here Ruritania stands in “Rival” since 1 January 2025.')
  await expect(verdict(page).locator('.answer')).toContainText('Required')
  await expect(page.getByLabel('Party').locator('optgroup[label="By name"] option')).toHaveText(['Ruritania'])
  const history = page.locator('section[aria-labelledby=history]')
  await expect(history.locator('tbody tr')).toHaveCount(4)
  await expect(history.locator('tbody tr').nth(2)).toContainText(/1 January 2025\s*Required/)
  await ask(page, { item: 'strong', party: 'ruritania', on: '2024-12-01' })
  await expect(verdict(page)).toContainText('Here Ruritania stands in “Ally”.')
  await expect(verdict(page).locator('.next')).toContainText(/From 1 January 2025:\s*Required/)
  await page.goto(`/en/telling/ask?words=X1+for+Ruritanian+firms&on=${day}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('May X1 go to Ruritania?')
  await ask(page, { item: 'x1', party: 'ally', on: '2025-05-01' })
  await expect(verdict(page)).toContainText('Here X1 stands in no value on 1 May 2025')
  await expect(verdict(page).locator('.next')).toContainText(/From June 2025:\s*Permitted/)
})

test('a group is asked by its name', async ({ page }) => {
  await ask(page, { item: 'strong', party: 'watched' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('May strong chips go to watched countries?')
  await expect(verdict(page).locator('.answer')).toContainText(/As of 22 November 2026:\s*Required/)
  await expect(page.getByLabel('Party').locator('optgroup[label="Groups"] option')).toHaveText(['Watched countries'])
  await expect(page.locator('#meanings').locator('..')).toContainText('ECCN 3A090.a')
})

test('a change that concerns a case is told as being about it, and alters nothing', async ({ page }) => {
  await ask(page, { item: 'strong', party: 'rival' })
  await expect(verdict(page).locator('.answer')).toContainText('Required')
  const about = page.locator('section[aria-labelledby=works]')
  await expect(about).toContainText(/The big sale to a rival:\s*floated/)
  await ask(page, { item: 'weak', party: 'rival' })
  await expect(about).toHaveCount(0)
  await page.goto(`/en/telling/changes/big-sale?on=${day}`)
  await expect(page.locator('main')).toContainText('It is about: Item: Strong chips; Party: Rival.')
})

test('a step that is denied is told as denied', async ({ page }) => {
  await page.goto(`/en/telling/changes/big-sale?on=${day}`)
  await expect(page.locator('.standing')).toContainText('Floated')
  await expect(page.locator('.steps .dropped')).toContainText('denied: not reached')
})

test('who took a step, our own headline, how an answer is founded, and a party of a person', async ({ page }) => {
  await page.goto(`/en/telling/reports/act?on=${day}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The licence act passes')
  await expect(page.locator('main')).toContainText('Original headline: Bulletin 17')
  await expect(page.locator('.effect-list')).toContainText('Passed; by the Parliament')
  await ask(page, { item: 'strong', party: 'rival' })
  await expect(verdict(page).locator('.sure')).toContainText('Official text seen')
  await page.goto(`/en/telling/actors/jane?on=${day}`)
  await expect(page.locator('main')).toContainText('Belongs to the Greens, since May 2024')
})

// The last of them: they publish further editions.
test('while nothing of a dossier has a date, its matrix and its calendar say what will be there, and lead on', async ({
  page,
  site,
}) => {
  const folder = join(site.folder, 'undated')
  mkdirSync(folder)
  const telling = tellingDossier()
  const reports = telling.reports.map((one) => ({ ...one, effects: [], expectations: [] }))
  const dossier = { ...telling.dossier, id: 'undated', title: 'An undated dossier', untracked: [] }
  const { sources, dossiers } = contentWith({ ...telling, dossier, reports })
  const gazette = { id: 'gazette', name: 'Gazette', kind: 'official' } as const
  writeFiles(folder, writeContent({ sources: [...sources, gazette], dossiers }))
  const { code, stderr } = await rulewire(['import', folder, '--publish'], site.env)
  expect(code, stderr).toBe(0)
  await expect.poll(async () => (await fetch(`${site.address}/en/undated`)).status).toBe(200)
  for (const [path, en, ja] of [
    ['matrix', 'No rule here speaks on any day yet', 'いつの時点でも定めのある規則がまだない'],
    ['calendar', 'Nothing here has a date yet', '日付の決まったものはまだない'],
  ] as const) {
    await page.goto(`/ja/undated/${path}`)
    await expect(page.locator('main .notice')).toContainText(ja)
    await page.goto(`/en/undated/${path}`)
    await expect(page.locator('main .notice')).toContainText(en)
    await expect(page.locator('main table, main .step-links, main section#open')).toHaveCount(0)
    await page.locator('main .notice').getByRole('link', { name: 'the reports' }).click()
    await expect(page).toHaveURL('/en/undated/timeline')
  }
  // A dossier whose rules have dates has neither.
  for (const path of ['matrix', 'calendar']) {
    await page.goto(`/en/telling/${path}`)
    await expect(page.locator('main')).not.toContainText('Until then there is')
  }
})

test('an answer that rests on records nobody saw is marked where it is given', async ({ page, site }) => {
  const folder = join(site.folder, 'unseen')
  mkdirSync(folder)
  const telling = tellingDossier()
  const reports = telling.reports.map((report) =>
    report.id === 'act' ? { ...report, sourcing: 'unseen' as const } : report,
  )
  const { sources, dossiers } = contentWith({ ...telling, reports })
  const gazette = { id: 'gazette', name: 'Gazette', kind: 'official' } as const
  writeFiles(folder, writeContent({ sources: [...sources, gazette], dossiers }))
  const { code, stderr } = await rulewire(['import', folder, '--publish'], site.env)
  expect(code, stderr).toBe(0)
  const marked = async () => {
    await ask(page, { item: 'strong', party: 'rival' })
    return verdict(page).locator('.answer .mark').allTextContents()
  }
  await expect.poll(marked).toEqual(['Unverified'])
  await expect(verdict(page).locator('.sure')).toContainText('Unverified')
  await page.goto(`/en/telling/rules/licence?on=${day}`)
  await expect(page.locator('.norm .mark')).toHaveText('Unverified')
  await page.goto('/en/telling/grounds')
  await expect(page.locator('section[aria-labelledby=unverified]')).toContainText('Licence for watched countries')
  await ask(page, { item: 'weak', party: 'ally', on: '2020-01-01' })
  await expect(verdict(page).locator('.answer .mark')).toHaveCount(0)
})
