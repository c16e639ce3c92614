import { expect, onOwnSite } from '../support/test'

// Either process of the site ends where it would hold more.
const test = onOwnSite({ NODE_OPTIONS: '--max-old-space-size=768' })
const dossier = 'japan-defence-transfers'
const rows = 50_000

/** A table of 60 MB: new reports, each with a long summary. */
function largeTable(): Buffer {
  const summary = 'Ministers spoke of rules for what may be sold, and to whom. '.repeat(18)
  const row = (at: number) =>
    `2025-${String((at % 12) + 1).padStart(2, '0')}-01,Talks went on (${at}),kyodo-news,https://kyodo.example/${at},"${summary}"`
  return Buffer.from(
    ['date,headline,publisher,url,summary', ...Array.from({ length: rows }, (_, at) => row(at))].join('\n'),
  )
}

test('a table of 50,000 rows is taken and shown in bounded memory, and the site answers meanwhile', async ({
  deskOf,
  request,
}) => {
  const page = await deskOf('editor')
  const table = largeTable()
  expect(table.length).toBeGreaterThan(55_000_000)
  let isDone = false
  const answers = { alive: 0, signIn: 0 }
  const asking = (async () => {
    while (!isDone) {
      expect((await request.get('/livez')).status()).toBe(200)
      answers.alive++
      // This one the process answers that reads the table.
      expect((await request.get('/admin/sign-in')).status()).toBe(200)
      answers.signIn++
    }
  })()
  await page.goto('/admin/porting')
  const form = { rows: 'reports', dossier, file: { name: 'large.csv', mimeType: 'text/csv', buffer: table } }
  const origin = new URL(page.url()).origin
  const sent = await page.request.post('/admin/porting/upload', {
    headers: { origin },
    multipart: form,
    maxRedirects: 0,
  })
  await page.goto(sent.headers().location ?? '')
  const before = answers.signIn
  await page.getByRole('button', { name: 'See what would change' }).click()
  await expect(page.getByText('50,000 records are new, nothing changes,')).toBeVisible()
  isDone = true
  await asking
  expect(answers.alive).toBeGreaterThan(10)
  // While its rows were read, others had their turn many times.
  expect(answers.signIn - before).toBeGreaterThan(10)
  await page.getByRole('button', { name: 'Forget it' }).click()
  await expect(page.getByText('The file is forgotten.')).toBeVisible()
})
