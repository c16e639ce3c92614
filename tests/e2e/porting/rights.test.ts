import type { Page } from '@playwright/test'
import { rulewire } from '../../support/command-line'
import { password } from '../support/sites'
import { expect, onOwnSite } from '../support/test'

const test = onOwnSite()
const dossier = 'japan-defence-transfers'
const multipart = {
  rows: 'reports',
  dossier,
  file: { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('id\nx') },
}

const post = ({ request }: Pick<Page, 'request'>, origin: string) =>
  request.post('/admin/porting/upload', { headers: { origin }, multipart, maxRedirects: 0 })

test('a reviewer takes away, and neither sends nor sees what others sent', async ({ deskOf, page, site }) => {
  const editor = await deskOf('editor')
  const sent = await post(editor, site.address)
  const columns = sent.headers().location ?? ''
  expect([sent.status(), columns]).toEqual([303, expect.stringMatching(/^\/admin\/porting\/[0-9a-f-]+\/columns$/)])

  const { stdout } = await rulewire(['user', 'add', 'rea', '--role', 'reviewer'], site.env)
  const first = /password: (\S+)/.exec(stdout)?.[1] ?? ''
  await page.goto('/admin/sign-in')
  await page.getByLabel('Name').fill('rea')
  await page.getByLabel('Password').fill(first)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/admin/account')
  await page.getByLabel('Current password').fill(first)
  await page.getByLabel('New password', { exact: true }).fill(password)
  await page.getByLabel('New password again').fill(password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.waitForURL('**/admin?notice=password')

  await page.goto('/admin/porting')
  await expect(page.getByText('Importing takes an editor of the whole site.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Send/ })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Files that wait' })).toHaveCount(0)
  for (const path of ['', '/csv?rows=reports&', '/csv?rows=positions&']) {
    const address = `/admin/porting/export${path.includes('?') ? path : `${path}?`}dossier=${dossier}`
    expect((await page.request.get(address)).status()).toBe(200)
  }
  expect((await page.request.get(`/admin/porting/export/csv?rows=rules&dossier=${dossier}`)).status()).toBe(404)
  for (const path of [columns, columns.replace(/\/columns$/, '')]) expect((await page.goto(path))?.status()).toBe(403)
  expect((await post(page, site.address)).status()).toBe(403)
})

test('whoever is signed out is led to sign in, whatever they send or ask for', async ({ request, site }) => {
  const sent = await post({ request }, site.address)
  expect([sent.status(), sent.headers().location]).toEqual([303, '/admin/sign-in'])
  const address = `/admin/porting/export/csv?dossier=${dossier}&rows=reports`
  const asked = await request.get(address, { maxRedirects: 0 })
  expect([asked.status(), asked.headers().location]).toEqual([307, '/admin/sign-in'])
})
