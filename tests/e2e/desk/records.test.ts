import type { Locator, Page } from '@playwright/test'
import { draftOpen } from '../support/taken-over'
import { expect, onOwnSite, verdict } from '../support/test'
import { saved } from './drafts'

const test = onOwnSite()
const dossier = 'japan-defence-transfers'

/** Counts clicks and choices; texts and quotes are not counted. */
class Hand {
  count = 0
  constructor(readonly page: Page) {}
  async press(what: Locator): Promise<void> {
    this.count++
    await what.click()
  }
  async choose(what: Locator, value: string): Promise<void> {
    this.count++
    await what.selectOption(value)
  }
}

test('a new rule, change, actor and publisher, a report of them and their edition, without the file form', async ({
  deskOf,
  request,
}) => {
  const page = await deskOf('editor')
  const hand = new Hand(page)
  const asked = { equipment: 'warship', recipient: 'philippines', purpose: 'minesweeping' }
  const before = await verdict(request, asked)
  const save = page.getByRole('button', { name: 'Save', exact: true })
  const begin = async (kind: string, name: string) => {
    await page.goto('/admin/records')
    const start = page
      .locator('form')
      .filter({ has: page.locator(`input[name=dossier][value=${dossier}]`) })
      .first()
    await hand.choose(start.locator('select[name=kind]'), kind)
    await start.locator('[name=name]').fill(name)
    await hand.press(start.getByRole('button', { name: 'Start a draft' }))
    await draftOpen(page)
  }

  await begin('rule', 'Minesweepers for partners')
  await hand.press(
    page.locator('fieldset.scope', { hasText: 'Recipient' }).getByLabel('another agreement country', { exact: true }),
  )
  await page.locator('[name="title.ja"]').fill('掃海のための移転')
  await hand.press(page.getByRole('button', { name: 'Add a text' }))
  await page.locator('[name="basis.0.instrument.en"]').fill('Cabinet decision of 1 December 2026')
  await hand.press(save)
  await saved(page)
  await expect(page.getByText(/^Covers [\d,]+ of [\d,]+ cases/)).toBeVisible()

  await begin('change', 'Minesweepers may go to partners')
  await hand.press(page.getByRole('button', { name: 'Add an alteration' }))
  await hand.choose(page.locator('[name="alterations.0.rule"]'), 'minesweepers-partners')
  await hand.choose(page.locator('[name="alterations.0.to"]'), 'permitted')
  await hand.press(save)
  await saved(page)

  await page.goto(`/admin/reports/new?dossier=${dossier}`)
  await page
    .getByLabel('Its text or HTML')
    .fill('Minesweepers may go to partners, ministers say\n\nThe cabinet adopted it.')
  await hand.press(page.getByRole('button', { name: 'Fill in from the article' }))
  await page.locator('[name=newSource]').fill('Harbour Gazette')
  await page.locator('[name=published]').fill('2026-11-20')
  await hand.press(page.getByRole('button', { name: 'Start the draft' }).last())
  await draftOpen(page)
  await hand.press(page.getByText('A change, actor or publisher that is not in the lists…'))
  await hand.choose(page.locator('[name="new.record"]'), 'actor')
  await page.locator('[name="new.name"]').fill('Harbour Association')
  await hand.press(page.getByRole('button', { name: 'Make it' }))
  await saved(page)
  await hand.press(page.getByRole('button', { name: 'Add an effect' }))
  await hand.choose(page.locator('[name="effects.0.change"]'), 'minesweepers-may-go-partners')
  await hand.choose(page.locator('[name="effects.0.stage"]'), 'in_force')
  await hand.press(page.getByRole('button', { name: 'Add a position' }))
  await hand.choose(page.locator('[name="positions.0.actor"]'), 'harbour-association')
  await hand.choose(page.locator('[name="positions.0.stance"]'), 'supports')
  await hand.choose(page.locator('[name="positions.0.change"]'), 'minesweepers-may-go-partners')
  await page.getByLabel('Our summary').fill('The cabinet let minesweepers go to partners.')
  await hand.press(page.getByRole('button', { name: 'Review and publish' }))
  await page.waitForURL('**/admin/publish**')
  for (const name of [
    'Minesweepers for partners',
    'Minesweepers may go to partners',
    'Harbour Association',
    'Harbour Gazette',
  ])
    await expect(page.locator('.to-publish').getByRole('link', { name, exact: true })).toBeVisible()
  await page.getByLabel('Why').fill('Minesweepers')
  await hand.press(page.getByRole('button', { name: 'Publish', exact: true }))
  await page.waitForURL('**/admin?edition=*')
  expect(hand.count).toBeLessThanOrEqual(40)
  const after = await verdict(request, asked)
  expect(after.edition).toBe(before.edition + 1)
  await page.goto(`/en/${dossier}/rules/minesweepers-partners`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Minesweepers for partners')
})

test('a record has its form and its file form, and each shows what the other saved', async ({ deskOf }) => {
  const page = await deskOf('editor')
  await page.goto(`/admin/history?${new URLSearchParams({ kind: 'actor', dossier, id: 'komeito' })}`)
  await page.getByRole('button', { name: 'Edit in a draft' }).click()
  await draftOpen(page)
  await page.locator('[name="note.en"]').fill('Told in the form.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await saved(page)
  await page.getByRole('link', { name: 'Its file form (YAML)' }).click()
  const text = page.locator('[name=text]').first()
  await expect(text).toHaveValue(/Told in the form\./)
  await text.fill((await text.inputValue()).replace('Told in the form.', 'Told in the file form.'))
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await saved(page)
  await page.getByRole('link', { name: 'Its form', exact: true }).click()
  await expect(page.locator('[name="note.en"]')).toHaveValue('Told in the file form.')
})
