import type { Page } from '@playwright/test'
import { stateFile } from '../support/sites'
import { expect, onOwnSite } from '../support/test'

const test = onOwnSite()
const dossier = 'japan-defence-transfers'

/** What the desk hands out of the dossier now as a table. */
async function exported(page: Page, rows: 'reports' | 'positions'): Promise<string> {
  const response = await page.request.get(`/admin/porting/export/csv?${new URLSearchParams({ dossier, rows })}`)
  expect(response.headers()['content-disposition']).toMatch(
    new RegExp(`filename="japan-defence-transfers-${rows}-edition-\\d+\\.csv"`),
  )
  return (await response.body()).toString()
}

async function send(page: Page, rows: 'Reports' | 'Positions', table: Buffer | string, name = 'table.csv') {
  await page.goto('/admin/porting')
  await page.getByLabel('Dossier').selectOption(dossier)
  await page.getByLabel('What its rows are').selectOption(rows)
  await page.getByLabel('CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(table) })
  await page.getByRole('button', { name: 'Send, and say what the columns are' }).click()
  await expect(page.getByRole('heading', { name: `Columns of ${name}` })).toBeVisible()
}

const see = (page: Page) => page.getByRole('button', { name: 'See what would change' }).click()

for (const rows of ['reports', 'positions'] as const)
  test(`${rows} are taken away as a table, and taken back change nothing`, async ({ deskOf }) => {
    const page = await deskOf('editor')
    const csv = await exported(page, rows)
    await send(page, rows === 'reports' ? 'Reports' : 'Positions', csv)
    await see(page)
    await expect(page.getByText('All of it is public already, word for word.')).toBeVisible()
    await page.getByRole('link', { name: 'Its columns' }).click()
    await expect(page.getByRole('heading', { name: 'Columns of table.csv' })).toBeVisible()
  })

const table = [
  '日付;見出し;媒体;url;measure;stage;備考欄',
  '2026年11月2日;殺傷兵器の輸出で閣議決定;Kyodo News;https://kyodo.example/2026/1;weapons-within-five-purposes;decided;x',
  '2026/11/3;輸出の手続きを見直し;架空新聞;https://kaku.example/2;weapons-within-five-purposes;決定？;y',
].join('\r\n')

test('a sheet of a newsroom is mapped without scripts, names are chosen, and one edition is made of it', async ({
  browser,
  baseURL,
  request,
}, info) => {
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    javaScriptEnabled: false,
    storageState: stateFile(info.project.name, 'editor'),
  })
  const page = await context.newPage()
  await send(page, 'Reports', table)
  await expect(page.getByLabel('Headline, Japanese', { exact: true })).toHaveValue('1')
  await expect(page.getByLabel('Published', { exact: true })).toHaveValue('0')
  await expect(page.getByLabel('Publisher', { exact: true })).toHaveValue('2')
  await page.getByLabel('Sourcing', { exact: true }).selectOption('The same for all rows')
  await see(page)
  await expect(page.getByRole('alert')).toContainText('is missing: say what it is, or choose a column')
  await page.getByLabel('Sourcing, for all rows').fill('Seen')
  await page.getByLabel('Language, for all rows').fill('ja')
  await page.getByLabel('Language', { exact: true }).selectOption('The same for all rows')
  await see(page)

  await expect(page.getByText('2 names need a choice before anything can be imported.')).toBeVisible()
  await page.getByLabel('Publisher: “架空新聞”').selectOption('newspaper')
  await page.getByLabel('Stage: “決定？”').selectOption('decided')
  await page.getByRole('button', { name: 'Keep these choices' }).click()
  await expect(page.getByText('3 records are new, nothing changes,')).toBeVisible()
  await expect(page.locator('#would')).toContainText('殺傷兵器の輸出で閣議決定')
  await expect(page.locator('#moves')).toContainText(/No answer changes|answers? change/)

  // What was said about the columns and the names is there when its author comes back.
  await page.getByRole('link', { name: 'Its columns' }).click()
  await expect(page.getByLabel('Sourcing, for all rows')).toHaveValue('Seen')
  await see(page)
  await page.getByLabel('Why').fill('From the sheet of the newsroom')
  await page.getByRole('button', { name: 'Publish as one edition' }).click()
  await page.waitForURL('**/admin?edition=*')
  const read = await (await request.get(`/ja/${dossier}/reports/2026-11-02-kyodo-news`)).text()
  expect(read).toContain('殺傷兵器の輸出で閣議決定')
  await context.close()
})

test('pasted rows change reports by their address; what is wrong is told by line and heading', async ({ deskOf }) => {
  const page = await deskOf('editor')
  const [head = '', ...rows] = (await exported(page, 'reports')).replace('\uFEFF', '').split('\r\n')
  const id = /^[a-z0-9-]+/.exec(rows[0] ?? '')?.[0] ?? ''
  expect(head).toMatch(/^id,published,headline\.en/)
  const paste = async (text: string) => {
    await page.goto('/admin/porting')
    await page.getByLabel('Dossier').selectOption(dossier)
    await page.getByLabel('Rows, pasted').fill(text)
    await page.getByRole('button', { name: 'Send, and say what the columns are' }).click()
    await see(page)
  }
  await paste(`id,headline.en,date\n${id},A headline from a sheet,someday\n${id},Twice,\nnobody,,`)
  const alert = page.getByRole('alert').first()
  await expect(alert).toContainText('pasted rows:2 date is not a date')
  await expect(alert).toContainText('pasted rows:3 id is the report of line 2 too')
  await paste('id,headline.en\nnobody,')
  await expect(alert).toContainText('pasted rows:2 id is the id of no report here')
  await paste('date,title,publisher,change,stage\n2026-11-05,It ended,kyodo-news,five-categories-abolished,repealed')
  await expect(page.locator('#moves')).toContainText(/On \d{4}-\d{2}-\d{2}: (?:one answer changes|\d+ answers change)/)
  await expect(page.locator('#moves').getByRole('table').first()).toBeVisible()
  await paste(`id\theadline.en\n${id}\tA headline from a sheet`)
  await expect(page.locator('#would ins')).toHaveText(['A headline from a sheet'])
  await page.getByRole('button', { name: 'Make drafts of it' }).click()
  await expect(page.getByText('1 draft was made.')).toBeVisible()
})

test('another encoding is chosen, and what is no table is refused', async ({ deskOf }) => {
  const page = await deskOf('editor')
  // 日付,見出し twice, in Shift_JIS.
  const [day, headline] = [
    [0x93, 0xfa, 0x95, 0x74],
    [0x8c, 0xa9, 0x8f, 0x6f, 0x82, 0xb5],
  ]
  const japanese = Buffer.from([...day, 0x2c, ...headline, 0x0a, ...day, 0x2c, ...headline, 0x0a])
  await send(page, 'Reports', japanese)
  await expect(page.getByLabel('Encoding')).toHaveValue('shift_jis')
  const readAs = async (encoding: string, heading: string) => {
    await page.getByLabel('Encoding').selectOption(encoding)
    await page.getByRole('button', { name: 'Read the file this way' }).click()
    await expect(page.getByRole('columnheader', { name: heading })).toBeVisible()
  }
  await expect(page.getByRole('columnheader', { name: '見出し' })).toBeVisible()
  await readAs('windows-1252', '“ú•t')
  await readAs('shift_jis', '見出し')
  await expect(page.getByLabel('Headline, Japanese', { exact: true })).toHaveValue('1')

  const refused = async (text: string, says: string) => {
    await page.goto('/admin/porting')
    await page.getByLabel('CSV file').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await page.getByRole('button', { name: 'Send, and say what the columns are' }).click()
    await expect(page.getByRole('alert').first()).toContainText(says)
  }
  await refused('PK\u0003\u0004sheet', 'Save the sheet as CSV')
  await refused('a,b\n1,"2\n', 'Line 2 has a quotation mark')
  await refused('   ', 'The file holds no rows')
})
