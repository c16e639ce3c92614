import { buffer } from 'node:stream/consumers'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { packZip } from '@/lib/porting/pack'
import { draftOf, fullReport } from '../desk/drafts'
import { expect, onOwnSite } from '../support/test'

const test = onOwnSite()
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The pages of files that were sent: one that is sound, one with faults, and one that is no zip. */
async function importPages(page: Page): Promise<string[]> {
  const sources = (text: string) => buffer(packZip(new Map([['sources.yaml', text]])))
  const sent: string[] = []
  for (const zip of [
    await sources('- {id: nippon-com, name: Otherwise, kind: agency}\n- {id: new-one, name: New, kind: agency}\n'),
    await sources('- {id: Not An Id, nam: New}\n'),
    Buffer.from('no zip'),
  ]) {
    await page.goto('/admin/porting')
    await page.getByLabel('Zip file').setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: zip })
    await page.getByRole('button', { name: 'Send, and see what would change' }).click()
    await page.getByRole('button', { name: 'Forget it' }).waitFor()
    sent.push(new URL(page.url()).pathname)
  }
  return sent
}

/** Every page of the desk, with drafts of a report, of a change, and of a dossier made for it. */
async function deskPages(page: Page): Promise<{ read: string[]; long: string }> {
  const { dossier, id } = fullReport
  const report = await draftOf(page, 'report', dossier, id)
  // Something is wrong in it, and something strikes.
  await page.locator('[name="published"]').fill('2199-01-01')
  await page.locator('[name="effects.0.change"]').selectOption('')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('version 2.')).toBeVisible()
  await expect(page.locator('.notice.doubtful')).toContainText('is still to come')
  const change = await draftOf(page, 'change', 'us-chip-export-controls', 'affiliates-rule')
  const whole = await draftOf(page, 'dossier', 'us-chip-export-controls', 'us-chip-export-controls')
  const [long = '', ...paths] = [whole, report, change].map((address) => new URL(address).pathname)
  await page.goto('/admin/people')
  const person = await page.locator('main table a').first().getAttribute('href')
  const drafts = paths.map((path) => `draft=${path.split('/').at(-1)}`)
  const read = [
    '/admin',
    '/admin/account',
    '/admin/account/passkeys',
    '/admin/account/second-factor',
    '/admin/audit',
    '/admin/contradictions',
    '/admin/editions',
    '/admin/editions/undo?edition=1',
    '/admin/events',
    '/admin/events?edition=1',
    `/admin/history?${new URLSearchParams({ kind: 'report', dossier, id })}`,
    `/admin/records?dossier=${dossier}`,
    `/admin/records/remove?${new URLSearchParams({ kind: 'report', dossier, id })}`,
    `/admin/reports?dossier=${dossier}`,
    `/admin/reports/correct?${new URLSearchParams(fullReport)}`,
    `/admin/reports/new?dossier=${dossier}`,
    `/admin/reports/bulk?dossier=${dossier}&report=${id}`,
    ...paths,
    ...paths.map((path) => `${path}?as=file`),
    `${paths[0]}/merge`,
    `/admin/publish?${drafts.join('&')}`,
    `${long}?as=file`,
    '/admin/webhooks',
    '/admin/deliveries',
    '/admin/people',
    '/admin/people/invite',
    person ?? '',
    '/admin/porting?said=none',
    ...(await importPages(page)),
    '/admin/nothing-here',
  ]
  return { read, long }
}

test('every page of the desk fits a phone and a wide window, in light and dark, and axe finds nothing', async ({
  deskOf,
}) => {
  const page = await deskOf('admin')
  const paths = await deskPages(page)
  const found: string[] = []
  const look = async (path: string, withAxe = true) => {
    await page.goto(path)
    for (const [colorScheme, width] of [
      ['light', 390],
      ['dark', 390],
      ['dark', 1440],
      ['light', 1440],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      const at = `${path} ${colorScheme} ${width}`
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (wide > 0) found.push(`${at}: ${wide} px too wide`)
      if (!withAxe) continue
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
      found.push(...violations.map(({ id, nodes }) => `${at} ${id}: ${nodes[0]?.html}`))
    }
  }
  for (const path of paths.read) await look(path)
  // The form of a whole dossier has some thousand fields: axe takes minutes for it.
  await look(paths.long, false)
  await page.context().clearCookies()
  await look('/admin/sign-in')
  await look('/admin/sign-in/link?token=unknown')
  expect(found).toEqual([])
})
