import { expect, onOwnSite } from '../support/test'

const test = onOwnSite()
const id = 'us-chip-export-controls'

test('a demonstration dossier is removed whole at the desk, its addresses answer 410, and undoing brings it back', async ({
  deskOf,
  request,
}) => {
  const page = await deskOf('editor')
  await page.goto('/admin/records')
  await page.getByRole('link', { name: /^Remove whole… US export/ }).click()
  // What goes is shown before anything is done.
  await expect(page.getByText(/\d+ reports/)).toBeVisible()
  await page.getByRole('button', { name: 'Make the draft that removes it' }).click()
  await page.waitForURL('**/admin/publish**')
  await expect(page.getByText('With the dossier goes all that stands in it')).toBeVisible()
  await page.getByLabel('Why', { exact: true }).fill('Not ours')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.waitForURL('**/admin?edition=2')

  const rule = 'rules/advanced-chips-licence'
  const gone = [
    `/en/${id}`,
    `/ja/${id}/timeline`,
    `/en/${id}/feed.xml`,
    `/en/${id}/calendar.ics`,
    `/en/${id}/cite.bib`,
    `/en/${id}/preview.png`,
    `/api/v1/dossiers/${id}/verdict`,
  ]
  for (const path of gone) expect([path, (await request.get(path)).status()]).toEqual([path, 410])
  expect((await request.get(`/en/${id}/${rule}x`)).status()).toBe(404)
  expect((await request.get(`/en/${id}?edition=1`)).status()).toBe(200)
  expect((await request.get(`/api/v1/dossiers/${id}/matrix?edition=1`)).status()).toBe(200)
  for (const path of ['/en', '/en/search', '/sitemap.xml', '/en/feeds.opml', '/en/feed.xml', '/en/editions/2']) {
    const answer = await request.get(path)
    expect([path, answer.status()]).toEqual([path, 200])
    if (!path.includes('edition'))
      expect([path, (await answer.text()).includes(`/${id}/rules/`)]).toEqual([path, false])
  }

  await page.goto('/admin/editions/undo?edition=2')
  await page.getByRole('button', { name: 'Bring all of it back' }).click()
  await page.waitForURL('**/admin?edition=3')
  for (const path of gone) expect([path, (await request.get(path)).status()]).toEqual([path, 200])
})
