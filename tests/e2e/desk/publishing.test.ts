import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext, Page, Request } from '@playwright/test'
import { rulewire } from '../../support/command-line'
import { anotherNode, stop } from '../support/serve'
import { draftOpen } from '../support/taken-over'
import { expect, onOwnSite, verdict } from '../support/test'

const test = onOwnSite()
const dossier = 'japan-defence-transfers'
const seed = '2023-08-23-kyodo-lethal-weapons-non-combat'
const armedCase = { equipment: 'warship', recipient: 'ukraine', purpose: 'invaded-support' }

/** Starts a draft with two effects and leaves it on the page that publishes it. */
async function draftWithTwoEffects(page: Page, headline: string): Promise<string> {
  await page.goto(`/admin/reports/new?dossier=${dossier}`)
  await page.getByLabel('Publisher', { exact: true }).selectOption('kyodo-news')
  await page.getByLabel('Published').fill('2026-11-20')
  await page.getByLabel('Headline', { exact: true }).fill(headline)
  await page.getByRole('button', { name: 'Start the draft' }).click()
  await draftOpen(page)
  await page.getByLabel('Our summary').fill('The Cabinet adopted the change. 防衛装備の移転が認められた。')
  await page.getByRole('button', { name: 'Add an effect' }).click()
  await page.locator('[name="effects.0.change"]').selectOption('lethal-arms-to-invaded-states')
  await page.locator('[name="effects.0.stage"]').selectOption('in_force')
  await page.locator('[name="effects.0.quote.text"]').fill('arms may be provided')
  await page.getByRole('button', { name: 'Add an effect' }).click()
  await page.locator('[name="effects.1.change"]').selectOption('abukuma-to-philippines')
  await page.locator('[name="effects.1.stage"]').selectOption('agreed')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('version 4')).toBeVisible()
  await expect(page.getByLabel('Our summary')).toHaveValue(/防衛装備/)
  await page.getByRole('button', { name: 'Review and publish' }).click()
  await page.waitForURL('**/admin/publish**')
  return new URL(page.url()).searchParams.get('draft') ?? ''
}

const editionNow = async (request: APIRequestContext) => (await verdict(request, armedCase)).edition

test.describe.configure({ mode: 'serial' })

test('nobody publishes by address or by replaying the action: not signed out, not as an author; an editor does', async ({
  deskOf,
  playwright,
  baseURL,
  request,
}) => {
  const editor = await deskOf('editor')
  const draft = await draftWithTwoEffects(editor, 'Cabinet lets arms go to invaded countries')
  const before = await editionNow(request)

  // The answers that will move are said before anything is public.
  const row = editor.getByRole('row').filter({ hasText: 'warships' }).filter({ hasText: 'Ukraine' }).first()
  await expect(row).toContainText('Prohibited')
  await expect(row).toContainText('Conditional')
  await expect(row).toContainText('relaxes')

  // The request that publishes is caught and kept from arriving.
  const caught: Request[] = []
  await editor.route('**/admin/publish**', (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    caught.push(route.request())
    return route.abort()
  })
  await editor.getByLabel('Why').fill('Arms for invaded countries')
  await editor.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect.poll(() => caught.length).toBe(1)
  const [original] = caught
  if (!original) throw new Error('the request that publishes was not caught')
  const headers = { ...(await original.allHeaders()) }
  for (const name of Object.keys(headers)) if (name.startsWith(':') || name === 'cookie') delete headers[name]
  const body = original.postDataBuffer() ?? Buffer.alloc(0)
  const replay = async (cookies: string) => {
    const context = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) })
    const sent = { headers: { ...headers, ...(cookies && { cookie: cookies }) }, data: body, maxRedirects: 0 }
    const response = await context.post(original.url(), sent)
    const text = await response.text()
    await context.dispose()
    return text
  }
  const cookiesOf = async (page: Page) =>
    (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')

  const author = await deskOf('author')
  await author.goto(`/admin/publish?draft=${draft}`)
  await expect(author.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0)
  expect(await replay(await cookiesOf(author))).toContain('this takes an editor')
  expect(await replay('')).toContain('signed out')
  expect(await editionNow(request)).toBe(before)

  const stranger = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) })
  const answer = await stranger.get(`/admin/publish?draft=${draft}`, { maxRedirects: 0 })
  expect(answer.status()).toBe(307)
  expect(answer.headers().location).toContain('/admin/sign-in')
  await stranger.dispose()

  // From another site the editor's own cookie does not help.
  headers.origin = 'https://elsewhere.example'
  await replay(await cookiesOf(editor))
  expect(await editionNow(request)).toBe(before)
  headers.origin = baseURL ?? ''

  // The very same request with an editor's cookie publishes: the refusals above were refusals of the person.
  await replay(await cookiesOf(editor))
  expect(await editionNow(request)).toBe(before + 1)
})

test('what was published is there on the next request: report, answer, rule, feed', async ({ page, request }) => {
  const id = '2026-11-20-kyodo-news-cabinet-lets-arms-go-invaded'
  const report = await page.goto(`/en/${dossier}/reports/${id}`)
  expect(report?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Cabinet lets arms go to invaded countries')
  await expect(page.locator('body')).toContainText('防衛装備の移転が認められた')

  const moved = await verdict(request, armedCase)
  expect(moved.disposition).toBe('conditional')
  expect(moved.rule).toBe('weapons-for-invaded-states')
  expect(moved.evidence.map((evidence) => evidence.report)).toContain(id)
  expect((await verdict(request, { ...armedCase, known: '2026-11-19' })).disposition).toBe('prohibited')
  expect((await verdict(request, { ...armedCase, edition: String(moved.edition - 1) })).disposition).toBe('prohibited')

  await page.goto(`/en/${dossier}/ask?${new URLSearchParams(armedCase)}`)
  await expect(page.locator('main')).toContainText('Conditional')

  await page.goto(`/en/${dossier}/rules/weapons-for-invaded-states`)
  await expect(page.locator('main')).toContainText('20 November 2026')
  await expect(page.locator('main')).toContainText('Cabinet lets arms go to invaded countries')

  for (const feed of ['/en/feed.xml', `/ja/${dossier}/feed.xml`]) {
    const text = await (await request.get(feed)).text()
    expect(text.indexOf(`/${dossier}/reports/${id}</link>`), feed).toBeGreaterThan(0)
  }
  // The edition itself stands first; then what it brought, last of all the answers that moved.
  const items = (await (await request.get('/en/feed.json')).json()).items as { tags: string[] }[]
  expect(items.slice(0, 4).map(({ tags }) => tags[0])).toEqual(expect.arrayContaining(['edition', 'answers', 'step']))
})

test('an author writes, an editor publishes, and a stale draft is a conflict with both texts', async ({ deskOf }) => {
  const history = `/admin/history?kind=rule&dossier=${dossier}&id=weapons-for-invaded-states`
  const edit = async (page: Page, note: string) => {
    await page.goto(history)
    await page.getByRole('button', { name: 'Edit in a draft' }).click()
    await draftOpen(page)
    await page.getByRole('link', { name: 'Its file form (YAML)' }).click()
    const text = page.getByLabel('The rule in its file form')
    const wanted = `${(await text.inputValue()).replace(/^note:[\s\S]*?(?=^\w)/m, '')}note: {en: ${note}}\n`
    // What is selected may be let go while React takes the page over: then it would stand beside the text, not in its place.
    await expect(async () => {
      await text.fill(wanted)
      expect(await text.inputValue()).toBe(wanted)
    }).toPass()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('version 2')).toBeVisible()
    return new URL(page.url()).pathname.split('/').at(-1) ?? ''
  }
  const author = await deskOf('author')
  const editor = await deskOf('editor')
  const theirs = await edit(author, 'The text of the author')
  const mine = await edit(editor, 'The text of the editor')

  await editor.goto(`/admin/publish?draft=${mine}`)
  await editor.getByLabel('Why').fill('A note')
  await editor.getByRole('button', { name: 'Publish', exact: true }).click()
  await editor.waitForURL('**/admin?edition=**')

  await editor.goto(`/admin/publish?draft=${theirs}`)
  await expect(editor.getByRole('heading', { name: /^Conflict/ })).toBeVisible()
  await expect(editor.locator('.conflict')).toContainText('The text of the author')
  await expect(editor.locator('.conflict')).toContainText('The text of the editor')
  await expect(editor.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0)

  await author.goto(`/admin/publish?draft=${theirs}`)
  await author.getByRole('button', { name: /I have seen both/ }).click()
  await expect(author.getByRole('heading', { name: /^Conflict/ })).toHaveCount(0)
  await editor.goto(`/admin/publish?draft=${theirs}`)
  await editor.getByLabel('Why').fill('The author’s text')
  await editor.getByRole('button', { name: 'Publish', exact: true }).click()
  await editor.waitForURL('**/admin?edition=**')
  await editor.goto(history)
  await expect(editor.getByText('Revision 3')).toBeVisible()
  await expect(editor.getByText('The text of the author')).toBeVisible()
})

test('what is wrong stands beside its field, nothing typed is lost', async ({ deskOf }) => {
  const page = await deskOf('author')
  await page.goto(`/admin/reports/new?dossier=${dossier}`)
  await page.getByLabel('Headline', { exact: true }).fill('Only a headline')
  await page.getByLabel('Published').fill('2026-02-30')
  await page.getByRole('button', { name: 'Start the draft' }).click()
  await expect(page.getByLabel('Headline', { exact: true })).toHaveValue('Only a headline')
  await expect(page.locator('#f-source-error')).toContainText('is missing')
  await expect(page.locator('#f-published-error')).toContainText('is not a date')
  await page.getByLabel('Publisher', { exact: true }).selectOption('kyodo-news')
  await page.getByLabel('Published').fill('2026-02')
  await page.getByRole('button', { name: 'Start the draft' }).click()
  await draftOpen(page)
  await page.getByRole('button', { name: 'Add an effect' }).click()
  await page.locator('[name="effects.0.quote.text"]').fill('word '.repeat(26))
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('[id="f-effects.0.change-error"]')).toContainText('is missing')
  await expect(page.locator('[id="f-effects.0.quote.text-error"]')).toContainText('26 words long')
  await expect(page.locator('[name="effects.0.quote.text"]')).toHaveValue('word '.repeat(26))
})

test('a second window of the same draft does not overwrite the first', async ({ deskOf }) => {
  const one = await deskOf('author')
  await one.goto(`/admin/reports/new?dossier=${dossier}`)
  await one.getByLabel('Publisher', { exact: true }).selectOption('jiji-press')
  await one.getByLabel('Headline', { exact: true }).fill('Two windows')
  await one.getByRole('button', { name: 'Start the draft' }).click()
  await draftOpen(one)
  const two = await one.context().newPage()
  await two.goto(one.url())
  await one.getByLabel('Our summary').fill('From the first window.')
  await one.getByRole('button', { name: 'Save' }).click()
  await expect(one.getByText('version 2')).toBeVisible()
  await two.getByLabel('Our summary').fill('From the second window.')
  await two.getByRole('button', { name: 'Save' }).click()
  await expect(two.getByRole('alert').filter({ hasText: 'another window' })).toBeVisible()
  await expect(two.getByLabel('Our summary')).toHaveValue('From the second window.')
  await one.reload()
  await expect(one.getByLabel('Our summary')).toHaveValue('From the first window.')
})

test('an import from the command line shows on every node, without a restart', async ({ request, site }, info) => {
  const node = await anotherNode(info.project.name, site.env)
  try {
    const folder = info.outputPath('export')
    const { env } = site
    expect(await rulewire(['export', folder], env)).toMatchObject({ code: 0 })
    const file = join(folder, 'dossiers', dossier, 'reports', `${seed}.md`)
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nSeen on every node.\n`)
    const addresses = ['', node.address].map((host) => `${host}/en/${dossier}/reports/${seed}`)
    for (const address of addresses) expect(await (await request.get(address)).text()).not.toContain('on every node')
    expect(await rulewire(['import', folder, '--publish'], env)).toMatchObject({ code: 0 })
    for (const address of addresses)
      await expect.poll(async () => (await request.get(address)).text()).toContain('Seen on every node.')
    const [here, there] = await Promise.all(addresses.map(async (address) => (await request.get(address)).headers()))
    expect(there?.etag).toBeTruthy()
    expect(there?.['last-modified']).toBe(here?.['last-modified'])
  } finally {
    await stop(node.server)
  }
})

test('a retraction is reviewed, published with its reason, undone in every answer, and kept in the earlier edition', async ({
  deskOf,
  request,
  page,
}) => {
  const id = '2026-11-20-kyodo-news-cabinet-lets-arms-go-invaded'
  const path = `/en/${dossier}/reports/${id}`
  const before = await verdict(request, armedCase)
  expect(before.disposition).toBe('conditional')
  const editor = await deskOf('editor')
  await editor.goto(`/admin/history?kind=report&dossier=${dossier}&id=${id}`)
  await editor.getByRole('link', { name: 'Retract it' }).click()
  await editor.getByRole('button', { name: 'Review the retraction' }).click()
  await expect(editor.locator('#f-note-error')).toContainText('is missing')
  await editor
    .getByLabel('Public note, in English')
    .fill('The Cabinet had not decided; the agency withdrew its report.')
  await editor.getByRole('button', { name: 'Review the retraction' }).click()
  await editor.waitForURL('**/admin/publish?draft=**')
  await expect(editor.getByRole('row').filter({ hasText: 'Ukraine' }).first()).toContainText('tightens')
  await editor.getByLabel('Why').fill('Retraction')
  await editor.getByRole('button', { name: 'Publish', exact: true }).click()
  await editor.waitForURL('**/admin?edition=**')

  await editor.goto('/admin/reports')
  await expect(editor.getByRole('link', { name: 'Cabinet lets arms go to invaded countries' })).toBeVisible()
  const answer = await page.goto(path)
  expect(answer?.status()).toBe(410)
  await expect(page.locator('main')).toContainText('the agency withdrew its report')
  const after = await verdict(request, armedCase)
  expect(after.disposition).toBe('prohibited')
  expect((await verdict(request, { ...armedCase, edition: String(before.edition) })).disposition).toBe('conditional')
  await page.getByRole('link', { name: /As it stood in edition/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Cabinet lets arms go')
  await expect(page.locator('.pinned-note')).toContainText(`edition ${before.edition}`)
  await page.goto('/en/corrections')
  await expect(page.locator('main')).toContainText('the agency withdrew its report')
  const told = async (feed: string) =>
    (await (await request.get(feed)).json()).items as { url: string; tags: string[] }[]
  const retraction = { url: expect.stringContaining(id), tags: expect.arrayContaining(['retracted']) }
  expect((await told('/en/corrections/feed.json'))[0]).toMatchObject(retraction)
  expect(await told(`/en/${dossier}/feed.json`)).toContainEqual(expect.objectContaining(retraction))

  await page.goto(`/en/editions/${after.edition}`)
  await expect(page.locator('main')).toContainText('Retraction')
  await page
    .getByRole('link', { name: /What it changed/ })
    .first()
    .click()
  await expect(page.locator('main')).toContainText('Conditional')
  await expect(page.locator('main')).toContainText('tightens')
})
