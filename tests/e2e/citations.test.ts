import { expect, test } from './support/test'

const dossier = 'japan-defence-transfers'
const id = '2023-08-23-kyodo-lethal-weapons-non-combat'

test('a report can be cited in every form, as its publisher published it and with the edition it was read in', async ({
  page,
  request,
}) => {
  await page.goto(`/en/${dossier}/reports/${id}`)
  const links = page.locator('aside a[download]')
  await expect(links).toHaveText(['BibTeX', 'RIS', 'CSL-JSON'])
  const [bibtex, ris, csl] = await Promise.all(
    (await links.all()).map(async (link) => request.get((await link.getAttribute('href')) ?? '')),
  )
  for (const [answer, type, ending] of [
    [bibtex, 'application/x-bibtex', 'bib'],
    [ris, 'application/x-research-info-systems', 'ris'],
    [csl, 'application/vnd.citationstyles.csl+json', 'json'],
  ] as const) {
    expect(answer?.status(), ending).toBe(200)
    expect(answer?.headers()['content-type'], ending).toContain(type)
    expect(answer?.headers()['content-disposition'], ending).toBe(`attachment; filename="${id}.${ending}"`)
    expect(answer?.headers().etag, ending).toBeTruthy()
  }
  const outbound = await page.locator('.outbound a').getAttribute('href')
  const [item] = JSON.parse((await csl?.text()) ?? '[]')
  expect(item).toMatchObject({
    id,
    type: 'article-newspaper',
    author: [{ literal: 'Kyodo News' }],
    issued: { 'date-parts': [[2023, 8, 23]] },
    URL: outbound,
  })
  expect(item.note).toMatch(
    new RegExp(`edition 1, .*/en/${dossier}/reports/${id}\\?edition=1&on=\\d{4}-\\d\\d-\\d\\d$`),
  )
  expect(await bibtex?.text()).toContain('author = {{Kyodo News}},')
  expect(await ris?.text()).toContain('AU  - Kyodo News\r\n')
})

test('a citation of a pinned page stays what it was; what is not there is not cited', async ({ page, request }) => {
  const pinned = 'edition=1&on=2024-01-31'
  await page.goto(`/ja/${dossier}/reports/${id}?${pinned}`)
  const address = await page.locator('aside a[download]').last().getAttribute('href')
  expect(address).toContain(pinned)
  const [item] = await (await request.get(address ?? '')).json()
  expect(item).toMatchObject({ author: [{ literal: '共同通信' }], accessed: { 'date-parts': [[2024, 1, 31]] } })
  for (const [path, status] of [
    [`/en/${dossier}/reports/none/cite.bib`, 404],
    ['/en/nowhere/cite.ris', 404],
    [`/en/${dossier}/cite.json?edition=99999`, 400],
    [`/en/${dossier}/cite.json?on=yesterday`, 400],
  ] as const)
    expect((await request.get(path)).status(), path).toBe(status)
})

test('the state of a dossier can be cited', async ({ page, request }) => {
  await page.goto(`/en/${dossier}`)
  const links = page.locator('aside a[download]')
  await expect(links).toHaveText(['BibTeX', 'RIS', 'CSL-JSON'])
  const [item] = await (await request.get((await links.last().getAttribute('href')) ?? '')).json()
  expect(item).toMatchObject({
    id: `rulewire-${dossier}-edition-1`,
    type: 'webpage',
    author: [{ literal: 'Rulewire' }],
  })
  expect((await request.get(item.URL)).status()).toBe(200)
})
