import type { Page } from '@playwright/test'
import { rulewire } from '../../support/command-line'
import { draftOpen } from '../support/taken-over'
import { expect, onOwnSite } from '../support/test'
import { draftOf, newDraft, signIn } from './drafts'

const test = onOwnSite()

test.describe.configure({ mode: 'serial' })

const idOf = (url: string): string => url.split('/').at(-1) ?? ''
async function say(page: Page, name: string, button: string, text: string): Promise<void> {
  await page.getByText(name, { exact: true }).click()
  await page.locator('textarea[name=text]').locator('visible=true').fill(text)
  await page.getByRole('button', { name: button, exact: true }).click()
}

test('a draft is handed in, commented at a field, sent back, handed in again, approved and published, and each is told', async ({
  deskOf,
}) => {
  const author = await deskOf('author')
  const url = await newDraft(author, 'Licences are counted anew')
  await author.getByRole('button', { name: 'Hand in for review' }).click()
  await expect(author.getByText('Handed in')).toBeVisible()
  // Nobody approves their own text, and an author publishes nothing.
  await expect(author.getByRole('button', { name: 'Approve' })).toHaveCount(0)
  await expect(author.getByRole('link', { name: 'Review and publish' })).toHaveCount(0)

  const editor = await deskOf('editor')
  await editor.goto('/admin')
  await expect(editor.getByRole('link', { name: /^Desk \(\d+\)$/ })).toBeVisible()
  const waiting = editor.locator('section').filter({ has: editor.getByRole('heading', { name: /Waiting for review/ }) })
  await waiting.getByRole('link', { name: 'Licences are counted anew' }).click()
  await editor.getByText('Comment…').click()
  await editor.locator('select[name=field]').selectOption('headline.en')
  await editor.locator('section:has(#comments) textarea[name=text]').fill('Who counts them?')
  await editor.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(editor.locator('.comments').getByText('Who counts them?')).toBeVisible()
  await say(editor, 'Send it back…', 'Send it back', 'Say who counts.')
  await expect(editor.getByText('Being written')).toBeVisible()

  await author.goto('/admin')
  const forYou = author.locator('section').filter({ has: author.getByRole('heading', { name: /^For you/ }) })
  await expect(forYou).toContainText('sent back Licences are counted anew')
  await expect(forYou).toContainText('Say who counts.')
  await author.goto(url)
  await author
    .locator('.comments')
    .getByRole('link', { name: /Headline/ })
    .click()
  await author.getByLabel('Headline, English', { exact: true }).fill('The bureau counts licences anew')
  await author.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(author.getByRole('status').filter({ hasText: 'Saved at' })).toBeVisible()
  await author.getByRole('button', { name: 'Dealt with' }).first().click()
  await expect(author.getByText('1 dealt with')).toBeVisible()
  await author.getByRole('button', { name: 'Hand in for review' }).click()

  await editor.goto(url)
  await editor.getByRole('button', { name: 'Approve' }).click()
  await expect(editor.getByText('Approved')).toBeVisible()
  await editor.getByRole('link', { name: 'Review and publish' }).click()
  await editor.getByLabel('Why').fill('Counted anew')
  await editor.getByRole('button', { name: 'Publish', exact: true }).click()
  await editor.waitForURL('**/admin?edition=*')
})

test('an editor writes in another’s draft, takes it over, hands it on and discards it; who had it is told', async ({
  deskOf,
}) => {
  const author = await deskOf('author')
  const url = await newDraft(author, 'A draft that goes round')
  const editor = await deskOf('editor')
  await editor.goto(url)
  await expect(editor.getByText('This draft is Test author’s')).toBeVisible()
  await editor.getByLabel('Headline, English', { exact: true }).fill('A draft that goes round twice')
  await editor.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(editor.getByRole('status').filter({ hasText: 'Saved at' })).toBeVisible()

  // The author’s open form says so before anything is lost, and keeps what was typed.
  await author.getByLabel('Headline, English', { exact: true }).fill('Typed meanwhile')
  await author.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(author.getByText('This draft was saved in another window')).toBeVisible()
  await expect(author.getByLabel('Headline, English', { exact: true })).toHaveValue('Typed meanwhile')
  await expect(author.getByText('“A draft that goes round twice”').first()).toBeVisible()

  await editor.goto(url)
  await editor.getByRole('button', { name: 'Take it over' }).click()
  await expect(editor.getByText('This draft is Test author’s')).toHaveCount(0)
  await author.goto('/admin')
  await expect(author.getByText('took over A draft that goes round twice')).toBeVisible()
  await author.goto(url)
  await expect(author.getByText('you can read it, not write in it')).toBeVisible()

  await editor.goto(url)
  await editor.getByText('Hand it on…').click()
  await editor.locator('select[name=to]').selectOption({ label: 'Test author' })
  await editor.getByRole('button', { name: 'Hand it on', exact: true }).click()
  await expect(editor.getByText('This draft is Test author’s')).toBeVisible()
  await editor.getByText('Discard…').click()
  await editor.getByRole('button', { name: 'Discard this draft' }).click()
  await editor.waitForURL('**/admin?notice=discarded')
  await author.goto('/admin')
  await expect(author.getByText('discarded A draft that goes round twice')).toBeVisible()
  await author.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(author.getByRole('heading', { name: /^For you/ })).toHaveCount(0)
})

test('an edition is put together by ticking: what a draft needs goes along, and an unsound one keeps no other back', async ({
  deskOf,
}) => {
  const editor = await deskOf('editor')
  await editor.goto('/admin/records')
  const start = editor.locator('form').filter({ has: editor.locator('input[name=kind][value=source]') })
  await start.locator('input[name=name]').fill('The Chip Gazette')
  await start.getByRole('button').first().click()
  await draftOpen(editor)
  await editor.locator('[name=kind]').selectOption('trade')
  await editor.locator('[name=url]').fill('https://chips.example/')
  await editor.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(editor.getByRole('status').filter({ hasText: 'Saved at' })).toBeVisible()

  const url = await newDraft(editor, 'Told by a new publisher')
  await editor.getByLabel('Publisher', { exact: true }).selectOption('chip-gazette')
  await editor.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(editor.getByText('Published together with')).toContainText('The Chip Gazette')
  const unsound = await newDraft(editor, 'An unsound one')
  await editor.locator('[name="related"]').fill('no-such-report')
  await editor.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(editor.getByRole('status').filter({ hasText: 'Saved at' })).toBeVisible()

  await editor.goto(`/admin/publish?draft=${idOf(url)}`)
  await expect(editor.getByText('because “Told by a new publisher” needs it')).toBeVisible()
  await editor.getByText(/more open drafts?$/).click()
  await editor.getByRole('checkbox', { name: 'An unsound one' }).check()
  await editor.getByRole('button', { name: 'Put together what is ticked' }).click()
  await expect(editor.locator('.left-out')).toContainText('An unsound one')
  await expect(editor.locator('.left-out')).toContainText('no-such-report')
  const press = editor.getByRole('region', { name: 'Publish as one edition' })
  await expect(press.getByText('2 records will be published; 1 record not yet:')).toBeVisible()
  // What is to be mended stands where the button is, and leads to its field.
  await expect(press.getByRole('link', { name: '“An unsound one”: Related report 1' })).toHaveAttribute(
    'href',
    /\/admin\/drafts\/.+#f-related/,
  )
  await editor.getByLabel('Why').fill('A new publisher')
  await editor.getByRole('button', { name: 'Publish', exact: true }).click()
  await editor.waitForURL('**/admin?edition=*')
  await editor.goto(unsound)
  await expect(editor.getByRole('heading', { name: 'An unsound one' })).toBeVisible()
})

test('a time that has passed, or does not exist, is refused beside its field; an embargo keeps a draft back', async ({
  deskOf,
  browser,
  site,
}) => {
  const editor = await deskOf('editor')
  const url = await newDraft(editor, 'Not before its time')
  await editor.goto(`/admin/publish?draft=${idOf(url)}`)
  await editor.getByLabel('Why').fill('On time')
  await editor.getByText('At a set time…').click()
  const time = editor.locator('[name=time]')
  await time.fill('2020-01-01T09:00')
  await editor.getByRole('button', { name: 'Publish at that time' }).click()
  await expect(editor.getByText('has passed already').first()).toBeVisible()
  await time.fill('2031-03-09T02:30')
  await editor.getByRole('button', { name: 'Publish at that time' }).click()
  await expect(editor.getByText('the clocks are put forward past it').first()).toBeVisible()
  await time.fill('2031-03-09T09:30')
  await editor.getByRole('button', { name: 'Publish at that time' }).click()
  await editor.waitForURL('**/admin?notice=scheduled')
  await expect(editor.getByText('2031-03-09 09:30 America/New_York')).toBeVisible()
  await expect(editor.getByText('2031-03-09 13:30 UTC')).toBeVisible()
  await editor.getByRole('button', { name: 'Call it off' }).click()
  await editor.waitForURL('**/admin?notice=cancelled')

  await editor.goto(url)
  await editor.getByText('Embargo…').click()
  await editor.locator('[name=until]').fill('2031-01-01T09:00')
  await editor.getByRole('button', { name: 'Set the embargo' }).click()
  await expect(editor.getByText('Under an embargo until 2031-01-01 14:00 UTC')).toBeVisible()
  await editor.goto(`/admin/publish?draft=${idOf(url)}`)
  const press = editor.getByRole('region', { name: 'Publish as one edition' })
  await expect(press.getByRole('alert')).toContainText('It is under an embargo until 2031-01-01 14:00 UTC.')
  await expect(press.getByRole('link', { name: 'Not before its time' })).toBeVisible()
  // Whoever sits elsewhere reads it on their own clock.
  const storageState = await editor.context().storageState()
  const context = await browser.newContext({ storageState, baseURL: site.address, timezoneId: 'Asia/Tokyo' })
  const inTokyo = await context.newPage()
  await inTokyo.goto(`/admin/publish?draft=${idOf(url)}`)
  const told = inTokyo.getByRole('region', { name: 'Publish as one edition' }).getByRole('alert')
  await expect(told).toContainText('It is under an embargo until 2031-01-01 23:00.')
  await context.close()
  await expect(editor.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0)
})

test('two who have one draft open see each other', async ({ deskOf }) => {
  const author = await deskOf('author')
  const url = await draftOf(author, 'report', 'eu-ai-act', '2026-06-eu-matrix-council-statements')
  const editor = await deskOf('editor')
  await editor.goto(url)
  await expect(editor.getByText('Test author has this draft open too.')).toBeVisible()
})

test('a role for one dossier counts there and nowhere else, and not for publishers', async ({ deskOf, site }) => {
  expect((await rulewire(['user', 'role', 'author', 'none'], site.env)).code).toBe(0)
  const given = await rulewire(['user', 'role', 'author', 'editor', '--dossier', 'eu-ai-act'], site.env)
  expect(given.stdout).toContain('author is editor of eu-ai-act from now on')
  const page = await deskOf('author')
  await signIn(page)
  const rule = { kind: 'rule', dossier: 'japan-defence-transfers', id: 'weapons-for-invaded-states' }
  await page.goto(`/admin/history?${new URLSearchParams(rule)}`)
  await page.getByRole('button', { name: 'Edit in a draft' }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'takes an author of “japan-defence-transfers”' }),
  ).toBeVisible()
  expect((await page.goto('/admin/reports/new?dossier=japan-defence-transfers'))?.status()).toBe(403)
  await page.goto('/admin/reports/new?dossier=eu-ai-act')
  await page.locator('[name=newSource]').fill('A publisher of its own')
  await page.getByLabel('Headline', { exact: true }).fill('Written by a guest')
  await page.getByRole('button', { name: 'Start the draft' }).last().click()
  await expect(page.getByText('takes a role for the whole site').first()).toBeVisible()
  await page.locator('[name=newSource]').fill('')
  await page.locator('[name=source]').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Start the draft' }).last().click()
  await draftOpen(page)
  await page.goto(`/admin/publish?draft=${idOf(page.url())}`)
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeVisible()
})
