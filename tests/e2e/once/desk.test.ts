import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { rulewire } from '../../support/command-line'
import { draftOf, fullReport } from '../desk/drafts'
import { expect, onOwnSite } from '../support/test'

const test = onOwnSite()
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Every page of the desk, with drafts of a report, of a change, and of a dossier made for it. */
async function deskPages(page: Page): Promise<string[]> {
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
  const paths = [report, change, whole].map((address) => new URL(address).pathname)
  const drafts = paths.map((path) => `draft=${path.split('/').at(-1)}`)
  return [
    '/admin',
    '/admin/account',
    '/admin/audit',
    '/admin/contradictions',
    '/admin/editions',
    '/admin/editions/undo?edition=1',
    `/admin/history?${new URLSearchParams({ kind: 'report', dossier, id })}`,
    `/admin/records?dossier=${dossier}`,
    `/admin/reports?dossier=${dossier}`,
    `/admin/reports/correct?${new URLSearchParams(fullReport)}`,
    `/admin/reports/new?dossier=${dossier}`,
    ...paths,
    `${paths[0]}/merge`,
    `/admin/publish?${drafts.join('&')}`,
    '/admin/nothing-here',
  ]
}

test('every page of the desk fits a phone and a wide window, in light and dark, and axe finds nothing', async ({
  deskOf,
  site,
}) => {
  await rulewire(['user', 'role', 'editor', 'admin'], site.env)
  const page = await deskOf('editor')
  const paths = await deskPages(page)
  const found: string[] = []
  const look = async (path: string) => {
    await page.goto(path)
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [390, 1440]) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 900 })
        const at = `${path} ${colorScheme} ${width}`
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (wide > 0) found.push(`${at}: ${wide} px too wide`)
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
        found.push(...violations.map(({ id, nodes }) => `${at} ${id}: ${nodes[0]?.html}`))
      }
  }
  for (const path of paths) {
    await look(path)
  }
  await page.context().clearCookies()
  await look('/admin/sign-in')
  expect(found).toEqual([])
})
