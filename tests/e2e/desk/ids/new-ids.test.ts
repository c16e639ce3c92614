import type { Page } from '@playwright/test'
import { giveId, publishAll } from '../../support/other-id'
import { expect, onOwnSite } from '../../support/test'

const test = onOwnSite()
const dossier = 'japan-defence-transfers'

/** Where an address leads, without following. */
const leadsTo = async (page: Page, address: string) => {
  const response = await page.request.get(address, { maxRedirects: 0 })
  return [response.status(), response.headers().location ?? null]
}

test('a rule, a change, an actor, a report, a publisher and a value get other ids: one edition each, and old addresses lead on', async ({
  deskOf,
  request,
}) => {
  const page = await deskOf('editor')
  const feed = async (address: string) => (await request.get(address)).text()
  const rule = /rules\/([a-z0-9-]+)"/.exec(await feed(`/en/${dossier}/rules`))?.[1] ?? ''
  const report = /reports\/([a-z0-9-]+)"/.exec(await feed(`/en/${dossier}/timeline`))?.[1] ?? ''
  const change = /changes\/([a-z0-9-]+)"/.exec(await feed(`/en/${dossier}/changes`))?.[1] ?? ''
  const guids = (text: string) => [...text.matchAll(/<guid[^>]*>([^<]+)</g)].map(([, guid]) => guid)
  const before = guids(await feed(`/en/${dossier}/feed.xml`))

  await giveId(page, { kind: 'rule', dossier, id: rule }, 'a-rule')
  await giveId(page, { kind: 'change', dossier, id: change }, 'a-change')
  await giveId(page, { kind: 'actor', dossier, id: 'komeito' }, 'an-actor')
  await giveId(page, { kind: 'report', dossier, id: report }, 'a-report')
  await giveId(page, { kind: 'source', dossier: '', id: 'nippon-com' }, 'a-publisher')
  await giveId(page, { kind: 'value', dossier, dimension: 'equipment', id: 'warship' }, 'war-vessel')

  expect(await leadsTo(page, `/en/${dossier}/rules/${rule}`)).toEqual([301, `/en/${dossier}/rules/a-rule`])
  expect(await leadsTo(page, `/ja/${dossier}/changes/${change}`)).toEqual([301, `/ja/${dossier}/changes/a-change`])
  expect(await leadsTo(page, `/en/${dossier}/actors/komeito`)).toEqual([301, `/en/${dossier}/actors/an-actor`])
  expect(await leadsTo(page, `/en/${dossier}/reports/${report}`)).toEqual([301, `/en/${dossier}/reports/a-report`])
  expect(await leadsTo(page, `/en/${dossier}/timeline?source=nippon-com`)).toEqual([
    301,
    `/en/${dossier}/timeline?source=a-publisher`,
  ])
  expect(await leadsTo(page, `/en/${dossier}/rules/${rule}/feed.xml`)).toEqual([
    301,
    `/en/${dossier}/rules/a-rule/feed.xml`,
  ])
  expect(await leadsTo(page, `/en/${dossier}/ask?equipment=warship`)).toEqual([
    301,
    `/en/${dossier}/ask?equipment=war-vessel`,
  ])
  expect((await leadsTo(page, `/en/${dossier}/rules/${rule}?edition=1`))[0]).toBe(200)
  const framed = async (path: string) => {
    const answer = await page.request.get(`/oembed?url=${encodeURIComponent(new URL(path, page.url()).href)}`)
    return [answer.status(), /src=\\?"([^"\\]+)/.exec(await answer.text())?.[1]?.replace(/^https?:\/\/[^/]+/, '')]
  }
  expect(await framed(`/en/${dossier}/rules/${rule}`)).toEqual([200, `/embed/en/${dossier}/rules/a-rule`])
  expect(await framed(`/en/${dossier}/rules/${rule}?edition=1`)).toEqual([
    200,
    `/embed/en/${dossier}/rules/${rule}?edition=1`,
  ])
  for (const address of [
    `rules/a-rule`,
    'changes/a-change',
    'actors/an-actor',
    'reports/a-report',
    'ask?equipment=war-vessel',
  ])
    expect((await page.goto(`/en/${dossier}/${address}`))?.status(), address).toBe(200)
  expect((await request.get(`/api/v1/dossiers/${dossier}/verdict?equipment=war-vessel`)).status()).toBe(200)
  // Who follows the feed meets no report a second time.
  expect(guids(await feed(`/en/${dossier}/feed.xml`))).toEqual(expect.arrayContaining(before.slice(0, 10)))
  expect(before.length).toBeGreaterThan(10)
})

test('two publishers become one, with a preview and both ways to choose; it is undone like any edition', async ({
  deskOf,
}) => {
  const page = await deskOf('editor')
  await page.goto(`/admin/records/merge?${new URLSearchParams({ kind: 'source', dossier: '', id: 'mofa' })}`)
  await page.getByLabel('Which one stays').selectOption('japan-times')
  await page.getByRole('button', { name: 'Show what changes' }).click()
  await expect(page.getByText(/becomes .*Japan Times/).first()).toBeVisible()
  await expect(page.getByRole('link', { name: /The other way round/ })).toBeVisible()
  await expect(page.locator('#touched li').first()).toBeVisible()
  const count = await page.locator('#touched li').count()
  await page.getByRole('button', { name: 'Make the drafts' }).click()
  await page.waitForURL('**/admin/publish**')
  // The one that stays, the one that goes, and each that named it.
  await expect(page.locator('.to-publish > li').filter({ has: page.locator('.record-changes') })).toHaveCount(count + 2)
  await expect(page.getByText('says something else than what is public')).toHaveCount(0)
  await publishAll(page, 'They are one')
  expect(await leadsTo(page, `/en/${dossier}/timeline?source=mofa`)).toEqual([
    301,
    `/en/${dossier}/timeline?source=japan-times`,
  ])
  const edition = /edition=(\d+)/.exec(page.url())?.[1] ?? ''
  await page.goto(`/admin/editions/undo?edition=${edition}`)
  await page.getByRole('button', { name: 'Make the drafts' }).click()
  await publishAll(page, 'They are two after all')
  expect(await leadsTo(page, `/en/${dossier}/timeline?source=mofa`)).toEqual([200, null])
})

test('a dossier gets another id with all that stands in it: one edition of two drafts, old addresses lead on, and it is undone', async ({
  deskOf,
  request,
}) => {
  const page = await deskOf('editor')
  const [was, is] = ['eu-ai-act', 'ai-rules']
  const textOf = async (address: string) => (await request.get(address)).text()
  const rule = /rules\/([a-z0-9-]+)"/.exec(await textOf(`/en/${was}/rules`))?.[1] ?? ''
  const guids = async (dossier: string) =>
    [...(await textOf(`/en/${dossier}/feed.xml`)).matchAll(/<guid[^>]*>([^<]+)</g)].map(([, guid]) => guid)
  const before = await guids(was)
  expect(before.length).toBeGreaterThan(5)

  await page.goto(`/admin/records/rename?${new URLSearchParams({ kind: 'dossier', dossier: was, id: was })}`)
  await page.getByLabel('Its new id').fill(is)
  await page.getByRole('button', { name: 'Show what changes' }).click()
  await expect(page.locator('#moved')).toContainText(/\d+ rules/)
  await expect(page.locator('#moved')).toContainText(/\d+ reports/)
  await page.getByRole('button', { name: 'Make the drafts' }).click()
  await page.waitForURL('**/admin/publish**')
  await expect(page.locator('.to-publish > li').filter({ has: page.locator('.record-changes') })).toHaveCount(2)
  await expect(page.locator('#moved')).toBeVisible()
  await publishAll(page, 'A name that lasts')
  const edition = Number(/edition=(\d+)/.exec(page.url())?.[1])

  for (const [language, address] of [
    ['/en', ''],
    ['/ja', `/rules/${rule}`],
    ['/en', '/timeline?stage=in_force'],
    ['/en', '/feed.xml'],
    ['/en', `/rules/${rule}/feed.json`],
    ['/embed/en', `/rules/${rule}`],
    ['/data', '/reports.csv'],
    ['/api/v1/dossiers', '/verdict'],
  ] as const) {
    expect(await leadsTo(page, `${language}/${was}${address}`)).toEqual([301, `${language}/${is}${address}`])
    expect((await request.get(`${language}/${is}${address}`)).status(), address).toBe(200)
  }
  expect(await leadsTo(page, `/en/corrections?dossier=${was}`)).toEqual([301, `/en/corrections?dossier=${is}`])
  expect((await leadsTo(page, `/en/${was}/rules/${rule}?edition=${edition - 1}`))[0]).toBe(200)
  // Who follows the feed meets no report a second time, and loses none.
  expect(await guids(is)).toEqual(before)
  // Neither the list of what was removed nor the edition tells that anything is gone.
  await page.goto('/admin/records')
  await expect(page.getByText(was, { exact: true })).toHaveCount(0)

  await page.goto(`/admin/editions/undo?edition=${edition}`)
  await page.getByRole('button', { name: 'Make the drafts' }).click()
  await publishAll(page, 'The old name after all')
  expect(await leadsTo(page, `/en/${was}/rules/${rule}`)).toEqual([200, null])
  expect(await guids(was)).toEqual(before)
})

test('what an id cannot be is said before anything is made', async ({ deskOf }) => {
  const page = await deskOf('editor')
  const ask = async (to: string) => {
    await page.goto(`/admin/records/rename?${new URLSearchParams({ kind: 'actor', dossier, id: 'ldp', to })}`)
  }
  await ask('Not an id')
  await expect(page.getByText('is not an id')).toBeVisible()
  await ask('an-actor')
  await expect(page.getByRole('button', { name: 'Make the drafts' })).toHaveCount(0)
  await expect(page.getByRole('alert').filter({ hasText: '“an-actor”' })).toBeVisible()
})

test('a record that was removed answers 410, and says when and why', async ({ deskOf, page: reader }) => {
  const page = await deskOf('editor')
  await page.goto('/admin/records')
  const start = page
    .locator('form')
    .filter({ has: page.locator(`input[name=dossier][value=${dossier}]`) })
    .first()
  await start.locator('select[name=kind]').selectOption('rule')
  await start.locator('[name=name]').fill('Soon gone')
  await start.getByRole('button', { name: 'Start a draft' }).click()
  await page.waitForURL('**/admin/drafts/**')
  await page.getByRole('button', { name: 'Review and publish' }).click()
  await publishAll(page, 'A rule for a while')
  await page.goto(`/admin/records/remove?${new URLSearchParams({ kind: 'rule', dossier, id: 'soon-gone' })}`)
  await page.getByRole('button', { name: 'Make the draft that removes it' }).click()
  await publishAll(page, 'It never was one')
  const response = await reader.goto(`/en/${dossier}/rules/soon-gone`)
  expect(response?.status()).toBe(410)
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('This was removed')
  await expect(reader.getByText('It never was one')).toBeVisible()
  expect((await reader.request.get(`/en/${dossier}/rules/soon-gone/feed.xml`)).status()).toBe(410)
  expect((await reader.request.get(`/en/${dossier}/rules/never-was`)).status()).toBe(404)
})
