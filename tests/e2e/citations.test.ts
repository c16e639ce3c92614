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
    'container-title': 'Kyodo News',
    issued: { 'date-parts': [[2023, 8, 23]] },
    URL: outbound,
  })
  expect(item.note).toMatch(
    new RegExp(`edition 1, .*/en/${dossier}/reports/${id}\\?edition=1&on=\\d{4}-\\d\\d-\\d\\d$`),
  )
  expect(await bibtex?.text()).toContain('author = {{Kyodo News}},')
  expect(await ris?.text()).toContain('T2  - Kyodo News\r\n')
  expect(item.source).toMatch(/^Rulewire, edition 1: http.*edition=1&on=/)
  expect((await request.get(/http\S+$/.exec(item.source)?.[0] ?? '')).status()).toBe(200)
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

test('a rule is cited as a law, a change as a page, in every form and at what the page is pinned to', async ({
  page,
  request,
}) => {
  for (const [folder, id, type] of [
    ['rules', 'weapons-five-purposes', 'legislation'],
    ['changes', 'weapons-within-five-purposes', 'webpage'],
  ]) {
    await page.goto(`/en/${dossier}/${folder}/${id}?edition=1&on=2024-01-31`)
    const links = page.locator('aside section[aria-labelledby=cite] a[download]')
    await expect(links).toHaveText(['BibTeX', 'RIS', 'CSL-JSON'])
    for (const link of await links.all())
      expect((await request.get((await link.getAttribute('href')) ?? '')).status()).toBe(200)
    const [item] = await (await request.get((await links.last().getAttribute('href')) ?? '')).json()
    expect(item).toMatchObject({ type, accessed: { 'date-parts': [[2024, 1, 31]] } })
    expect(item.URL).toMatch(new RegExp(`/${folder}/${id}\\?edition=1&on=2024-01-31$`))
    expect((await request.get(item.URL)).status()).toBe(200)
  }
  expect((await request.get(`/en/${dossier}/rules/none/cite.bib`)).status()).toBe(404)
})

test('an answer is cited by its question, its day and its edition, at the address that gives it again; its evidence beside it', async ({
  page,
  request,
}) => {
  await page.goto(`/en/${dossier}/ask?equipment=warship&recipient=philippines&on=2024-03-01&known=2024-03-01`)
  const said = await page.locator('.verdict .answer').textContent()
  const link = page.locator('aside section[aria-labelledby=cite] a[download]').last()
  const [item] = await (await request.get((await link.getAttribute('href')) ?? '')).json()
  expect(item).toMatchObject({ type: 'webpage', 'container-title': 'Rulewire', version: 'Edition 1' })
  expect(item.title).toMatch(/^May .*Philippines.*as known by 1 March 2024.*as of 1 March 2024, edition 1\)$/)
  await page.goto(item.URL)
  await expect(page.locator('.verdict .answer')).toHaveText(said ?? '')
  await page.goto(`/en/${dossier}/ask?equipment=warship&recipient=philippines&purpose=minesweeping&on=2024-03-01`)
  const evidence = await page.locator('aside a[href*="evidence.json"]').getAttribute('href')
  const works = await (await request.get(evidence ?? '')).json()
  expect(works.length).toBeGreaterThan(0)
  for (const work of works) expect(work['container-title'] ?? work.publisher).toBeTruthy()
  expect((await request.get(`/en/${dossier}/ask/evidence.xml`)).status()).toBe(404)
})

test('the head of a report says which newspaper it is of, that of a rule that it is law', async ({ page }) => {
  const tagOf = (name: string) => page.locator(`head meta[name="${name}"]`)
  await page.goto(`/ja/${dossier}/reports/${id}`)
  await expect(tagOf('DC.type')).toHaveAttribute('content', 'newspaperArticle')
  await expect(tagOf('DC.source')).toHaveAttribute('content', '共同通信')
  await expect(tagOf('citation_publication_date')).toHaveAttribute('content', '2023-08-23')
  await page.goto(`/en/${dossier}/rules/weapons-five-purposes`)
  await expect(tagOf('bibo.type')).toHaveAttribute('content', 'Legislation')
  await expect(tagOf('citation_public_url')).toHaveAttribute('content', /edition=\d+&on=/)
})
