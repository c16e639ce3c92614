import { expect, onOwnSite } from '../support/test'
import { newDraft, saved } from './drafts'

const test = onOwnSite()
test.use({ savesItself: true })

test('what is typed is saved by itself, and is there when the tab was closed', async ({ deskOf }) => {
  const page = await deskOf('author')
  const draft = await newDraft(page, 'Saved by itself')
  // At once: what is typed letter by letter may be saved in parts.
  await page.getByLabel('Our summary').fill('Nobody pressed a button.')
  await saved(page)
  const other = await page.context().newPage()
  await page.close()
  await other.goto(draft)
  await expect(other.getByLabel('Our summary')).toHaveValue('Nobody pressed a button.')
})

test('while the network is gone the text stays, and it is saved when the network is back', async ({ deskOf }) => {
  const page = await deskOf('author')
  const draft = await newDraft(page, 'Saved later')
  await page.context().setOffline(true)
  await page.getByLabel('Our summary').pressSequentially('Typed without a network.')
  await expect(page.getByRole('alert').filter({ hasText: 'No answer came' })).toBeVisible()
  await expect(page.getByLabel('Our summary')).toHaveValue('Typed without a network.')
  await page.context().setOffline(false)
  await saved(page)
  await page.goto(draft)
  await expect(page.getByLabel('Our summary')).toHaveValue('Typed without a network.')
})

test('of two texts in conflict none is saved over the other before its author has seen both', async ({ deskOf }) => {
  const author = await deskOf('author')
  const draft = await newDraft(author, 'Two at once')
  const editor = await deskOf('editor')
  await editor.goto(draft)
  await editor.getByLabel('Our summary').fill('The editor’s text.')
  await saved(editor)
  await author.getByLabel('Our summary').pressSequentially('The author’s text.')
  await expect(author.getByText('This draft was saved in another window')).toBeVisible()
  await author.getByLabel('Our summary').pressSequentially(' More.')
  await expect(author.getByText('“The editor’s text.”').first()).toBeVisible()
  await editor.reload()
  await expect(editor.getByLabel('Our summary')).toHaveValue('The editor’s text.')
  await author.getByRole('button', { name: 'Save', exact: true }).click()
  await saved(author)
  await editor.reload()
  await expect(editor.getByLabel('Our summary')).toHaveValue('The author’s text. More.')
})
