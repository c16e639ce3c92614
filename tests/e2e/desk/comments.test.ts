import type { Page } from '@playwright/test'
import { takenOver } from '../support/taken-over'
import { expect, onOwnSite } from '../support/test'
import { holdAnswers, newDraft, save, saved } from './drafts'

const test = onOwnSite()

const commentField = (page: Page) => page.locator('#f-comment')
const sayIt = (page: Page) => page.getByRole('button', { name: 'Comment', exact: true })
const said = (page: Page, text: string) => page.locator('.comments .said', { hasText: text })

/** Keeps the scripts of pages from coming until what it returns is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held
    await route.continue()
  })
  return letGo
}

test('a comment that is typed while a draft is saved, or right after, arrives whole', async ({ deskOf }) => {
  const page = await deskOf('editor')
  await newDraft(page, 'Commented on')
  await page.getByText('Comment…').click()
  const { arrived, letGo } = await holdAnswers(page)
  await page.getByLabel('Our summary').fill('A summary.')
  await save(page).click()
  await arrived
  await commentField(page).pressSequentially('Typed while it was saved')
  letGo()
  await saved(page)
  await expect(commentField(page)).toHaveValue('Typed while it was saved')
  await sayIt(page).click()
  await expect(said(page, 'Typed while it was saved')).toBeVisible()

  // The page has come anew: a text is chosen and typed over once the page is whole.
  await takenOver(page)
  await expect(page.getByLabel('Our summary')).toHaveValue('A summary.')
  await page.getByLabel('Our summary').fill('Another summary.')
  await page.getByText('Comment…').click()
  await save(page).click()
  await commentField(page).pressSequentially('Typed after the save')
  await sayIt(page).click()
  await expect(said(page, 'Typed after the save')).toBeVisible()
  await expect(page.getByLabel('Our summary')).toHaveValue('Another summary.')
})

test('what is typed before the scripts of a page have come stays', async ({ deskOf }) => {
  const page = await deskOf('editor')
  const draft = await newDraft(page, 'Typed early')
  await page.getByLabel('Our summary').fill('As it is stored.')
  await save(page).click()
  await saved(page)
  const letGo = await holdScripts(page)
  await page.goto(draft, { waitUntil: 'commit' })
  const summary = page.getByLabel('Our summary')
  await summary.fill('Typed before anything ran.')
  await page.locator('[name="headline.en"]').fill('A headline typed early')
  await page.locator('[name=sourcing]').selectOption('inferred')
  await page.getByText('Comment…').click()
  await commentField(page).fill('A comment typed early')
  letGo()
  await takenOver(page)
  await expect(summary).toHaveValue('Typed before anything ran.')
  await expect(page.locator('[name="headline.en"]')).toHaveValue('A headline typed early')
  await expect(page.locator('[name=sourcing]')).toHaveValue('inferred')
  await expect(commentField(page)).toHaveValue('A comment typed early')
  await save(page).click()
  await saved(page)
  await sayIt(page).click()
  await expect(said(page, 'A comment typed early')).toBeVisible()
  await expect(page.getByLabel('Our summary')).toHaveValue('Typed before anything ran.')
})

test('what is chosen in a text while the scripts of a page take it over stays chosen', async ({ deskOf }) => {
  const page = await deskOf('editor')
  const draft = await newDraft(page, 'Chosen in part')
  const letGo = await holdScripts(page)
  await page.goto(draft, { waitUntil: 'commit' })
  const headline = page.locator('[name="headline.en"]')
  await headline.evaluate((field: HTMLTextAreaElement) => {
    field.focus()
    field.setSelectionRange(2, 6)
  })
  letGo()
  await takenOver(page)
  expect(await headline.evaluate((field: HTMLTextAreaElement) => [field.selectionStart, field.selectionEnd])).toEqual([
    2, 6,
  ])
  await page.keyboard.type('!')
  await expect(headline).toHaveValue('Ch! in part')
})

test('what is typed while the scripts of a page take it over stays', async ({ deskOf }) => {
  const page = await deskOf('editor')
  const draft = await newDraft(page, 'Typed at first')
  await page.addInitScript(() => {
    const texts = ['Typed once', 'Typed twice', 'Typed thrice', 'Typed meanwhile, and kept']
    Reflect.set(window, 'texts', texts)
    const control = () => document.querySelector<HTMLTextAreaElement>('[name="headline.en"]')
    const type = () => {
      const node = control()
      // React holds by a name that begins so what it has begun to take over.
      if (!node || !Object.keys(node).some((key) => key.startsWith('__react'))) return
      const text = texts.shift()
      if (text === undefined) return
      node.value = text
      node.dispatchEvent(new Event('input', { bubbles: true }))
    }
    // For React time is always up: it lets the browser work after each step, and a person types whenever it does.
    let time = 0
    performance.now = () => {
      time += 10
      return time
    }
    const { postMessage } = MessagePort.prototype
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
      Reflect.apply(postMessage, this, [message])
      queueMicrotask(type)
    }
  })
  await page.goto(draft)
  await page.waitForFunction(() => Reflect.get(window, 'texts').length === 0)
  await save(page).click()
  await saved(page)
  await page.reload()
  await expect(page.locator('[name="headline.en"]')).toHaveValue('Typed meanwhile, and kept')
})
