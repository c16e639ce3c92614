import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Page } from '@playwright/test'
import { ZipFile } from 'yazl'
import { packZip } from '@/lib/porting/pack'
import { withUnpacked } from '@/lib/porting/unpack'
import { stateFile } from '../support/sites'
import { expect, onOwnSite } from '../support/test'

const test = onOwnSite()
const dossier = 'japan-defence-transfers'

type Files = Map<string, string>

const unzip = (zip: Buffer): Promise<Files> =>
  withUnpacked(
    zip,
    async (dir) =>
      new Map(
        readdirSync(dir, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => join(parentPath, name))
          .map((path) => [path.slice(dir.length + 1), readFileSync(path, 'utf8')]),
      ),
  )

/** What the desk hands out of the dossier now. */
async function exported(page: Page): Promise<Buffer> {
  const response = await page.request.get(`/admin/porting/export?dossier=${dossier}`)
  expect(response.headers()['content-disposition']).toMatch(/filename="japan-defence-transfers-edition-\d+\.zip"/)
  return response.body()
}

async function send(page: Page, zip: Buffer, name = 'dossier.zip'): Promise<void> {
  await page.goto('/admin/porting')
  await page.getByLabel('Zip file').setInputFiles({ name, mimeType: 'application/zip', buffer: zip })
  await page.getByRole('button', { name: 'Send, and see what would change' }).click()
}

/** The files with another headline in the first report there is. */
function otherHeadline(files: Files, headline: string): { zip: Promise<Buffer>; report: string } {
  const file = [...files.keys()].sort().find((one) => /reports\/[a-z0-9-]+\.md$/.test(one)) ?? ''
  const text = (files.get(file) ?? '').replace(/^headline: .*(\n {2}.*)*/m, `headline: ${headline}`)
  expect(text).toContain(headline)
  return {
    zip: buffer(packZip(new Map([...files, [file, text]]))),
    report: /([a-z0-9-]+)\.md$/.exec(file)?.[1] ?? '',
  }
}

test('a dossier is taken away as a zip, changed, shown record by record, and published as one edition', async ({
  deskOf,
  request,
}) => {
  const page = await deskOf('editor')
  await page.goto('/admin/records')
  await page.getByRole('link', { name: 'Import and export' }).click()
  await expect(page.getByRole('link', { name: 'The whole site' })).toHaveAttribute('href', '/admin/porting/export')
  const zip = await exported(page)
  expect((await exported(page)).equals(zip)).toBe(true)

  await send(page, zip)
  await expect(page.getByText('All of it is public already, word for word.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publish as one edition' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Forget it' }).click()
  await expect(page.getByText('The file is forgotten.')).toBeVisible()

  const changed = otherHeadline(await unzip(zip), 'A headline from a file')
  await send(page, await changed.zip)
  await expect(page.getByText('Nothing is new, 1 changes,')).toBeVisible()
  await expect(page.locator('#would ins')).toHaveText(['A headline from a file'])
  await expect(page.locator('#moves')).toContainText('No answer changes.')
  await page.getByRole('button', { name: 'Publish as one edition' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'is missing: say in a line why' })).toBeVisible()
  await page.getByLabel('Why').fill('Moved here from files')
  await page.getByRole('button', { name: 'Publish as one edition' }).click()
  await page.waitForURL('**/admin?edition=*')
  expect(await (await request.get(`/en/${dossier}/reports/${changed.report}`)).text()).toContain(
    'A headline from a file',
  )
  expect((await unzip(await exported(page))).get(`dossiers/${dossier}/reports/${changed.report}.md`)).toContain(
    'headline: A headline from a file',
  )
})

test('what is wrong is told with file, line and field, and nothing is taken', async ({ deskOf }) => {
  const page = await deskOf('editor')
  const files = await unzip(await exported(page))
  const rules = `dossiers/${dossier}/rules.yaml`
  files.set(rules, (files.get(rules) ?? '').replace(/^ {2}title:/m, '  titel:'))
  await send(page, await buffer(packZip(files)))
  await expect(page.getByText('Nothing of it can be imported as it stands.')).toBeVisible()
  await expect(page.getByRole('alert').first()).toContainText(/rules\.yaml:2:3 titel is not a field/)
  await expect(page.getByRole('button', { name: 'Make drafts of it' })).toHaveCount(0)

  await send(page, Buffer.from('no zip at all'))
  await expect(page.getByText('This is no zip, or it is damaged.')).toBeVisible()
  await send(page, Buffer.alloc(0))
  await expect(page.getByText('No file came.')).toBeVisible()
  await page.goto('/admin/porting/nowhere')
  await expect(page.getByText('That file is gone')).toBeVisible()
})

test('drafts are made of a large file without scripts, and a second try says what is in the way', async ({
  deskOf,
  browser,
  baseURL,
}, info) => {
  const scripted = await deskOf('editor')
  const files = await unzip(await exported(scripted))
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    javaScriptEnabled: false,
    storageState: stateFile(info.project.name, 'editor'),
  })
  const page = await context.newPage()
  // What is hidden is passed over; it makes the file larger than Next would keep whole in memory.
  const zip = new ZipFile()
  for (const [file, text] of await unzip(await otherHeadline(files, 'A draft from a file').zip))
    zip.addBuffer(Buffer.from(text), `folder/${file}`)
  zip.addBuffer(randomBytes(14_000_000), 'folder/.large', { compress: false })
  zip.end()
  const large = await buffer(zip.outputStream)
  await send(page, large, 'large.zip')
  await expect(page.getByRole('heading', { name: 'Import of large.zip' })).toBeVisible()
  await page.getByRole('button', { name: 'Make drafts of it' }).click()
  await expect(page.getByText('1 draft was made.')).toBeVisible()
  await page.getByRole('link', { name: 'on your desk' }).click()
  await expect(page.getByRole('link', { name: 'A draft from a file' })).toBeVisible()

  await send(page, await otherHeadline(files, 'Another draft').zip)
  await page.getByRole('button', { name: 'Make drafts of it' }).click()
  await expect(page.getByText('Nothing was made: you have drafts that say something else of')).toBeVisible()
  await context.close()
})

test('who may not take or send files is refused, and so is a form from elsewhere', async ({ deskOf, request }) => {
  const author = await deskOf('author')
  expect((await author.request.get('/admin/porting/export')).status()).toBe(403)
  expect((await author.goto('/admin/porting'))?.status()).toBe(403)

  const multipart = { file: { name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.from('x') } }
  const post = async (page: Page, origin: string) => {
    const sent = await page.request.post('/admin/porting/upload', { headers: { origin }, multipart, maxRedirects: 0 })
    return [sent.status(), sent.headers().location]
  }
  const editor = await deskOf('editor')
  expect(await post(editor, 'https://elsewhere.example')).toEqual([303, '/admin/porting?said=foreign'])
  expect((await post(author, 'https://elsewhere.example'))[0]).toBe(403)
  expect((await request.get('/admin/porting/export', { maxRedirects: 0 })).status()).toBe(307)
})
