import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rulewire } from '../support/command-line'
import { expect, onOwnSite, test, verdict } from './support/test'

const japan = 'japan-defence-transfers'
const chips = 'us-chip-export-controls'
const report = '2025-05-16-export-compliance-daily-chip-security-bicameral'
const change = `/en/${chips}/changes/chip-security-act`
const reason = 'The senators had agreed; the report was misread.'
const anyCase = { equipment: 'warship', recipient: 'ukraine', purpose: 'minesweeping' }

const own = onOwnSite()
const another = onOwnSite()

own(
  'an import that moves a pending stage: what the edition tells, its correction, and what is cited stays',
  async ({ page, request, site: { env, folder } }) => {
    const dir = join(folder, 'content')
    expect((await rulewire(['export', dir], env)).code).toBe(0)
    const file = join(dir, 'dossiers', chips, 'reports', `${report}.md`)
    const text = readFileSync(file, 'utf8')
    expect(text).toContain('stage: proposed')
    writeFileSync(file, text.replace('stage: proposed', 'stage: agreed'))
    const { stdout } = await rulewire(['import', dir, '--publish', '--reason', reason], env)
    expect(stdout).toBe('Published edition 2.\n')
    await expect.poll(async () => (await verdict(request, anyCase)).edition).toBe(2)

    await page.goto('/en/editions/2')
    const moved = page.locator('section', { has: page.locator('#moved') })
    await expect(moved.getByRole('link', { name: 'US export controls on advanced chips' })).toHaveCount(1)
    await expect(moved).toContainText('No answer changed, for this or any other day.')
    await expect(moved.getByRole('listitem')).toHaveText(/Chip Security Act.*Proposed.*8 May 2025.*→.*Agreed/)
    const cells = page.getByRole('row').filter({ hasText: 'Effect 1: stage' }).getByRole('cell')
    await expect(cells).toHaveText(['Proposed', 'Agreed'])
    await expect(page.locator('.citation')).toContainText('/en/editions/2?edition=2')
    await page.goto('/ja/editions/2')
    await expect(page.getByRole('row').filter({ hasText: '影響1：段階' })).toContainText('提案')

    await moved.getByRole('listitem').getByRole('link').click()
    await expect(page.locator('.pinned-note')).toContainText('第2版で、現在の最新版')
    await page.goto(`${change}?edition=2`)
    await expect(page.locator('h1')).toContainText('Chip Security Act')
    await expect(page.locator('.pinned-note')).toContainText('the newest')
    await expect(page.locator('.pinned-note')).not.toContainText('as it stood then')
    await page.goto(`${change}?edition=1`)
    await expect(page.locator('.pinned-note')).toContainText('as it stood then')
    await expect(page.locator('.steps')).toContainText('Proposed')

    for (const path of ['/en/corrections', `/en/${chips}/reports/${report}`]) {
      await page.goto(path)
      const note = page.locator('.corrections > li').filter({ hasText: reason })
      await note.locator('summary').click()
      await expect(note.getByRole('row').filter({ hasText: 'Effect 1: stage' }), path).toContainText('Agreed')
    }
    expect(await (await request.get('/en/corrections.xml')).text()).toContain(reason)
    await page.goto('/en/corrections?edition=1')
    await expect(page.locator('main')).not.toContainText(reason)
  },
)

another(
  'an edition tells of the earlier days that it moved, and of what it retracts; what is retracted says so wherever it is read',
  async ({ page, request, site: { env, folder } }) => {
    const dir = join(folder, 'content')
    expect((await rulewire(['export', dir], env)).code).toBe(0)
    const fileOf = (id: string) => join(dir, 'dossiers', japan, 'reports', `${id}.md`)
    const publish = async (id: string, from: string | RegExp, to: string) => {
      const text = readFileSync(fileOf(id), 'utf8')
      expect(text).toMatch(from)
      writeFileSync(fileOf(id), text.replace(from, to))
      return (await rulewire(['import', dir, '--publish', '--reason', 'Read again.'], env)).stdout
    }
    expect(await publish('2023-12-22-khitc-five-categories', /on: 2023-12-22\n/, 'on: 2024-01-15\n')).toContain(
      'edition 2',
    )
    await expect.poll(async () => (await verdict(request, anyCase)).edition).toBe(2)
    expect((await page.goto('/en/editions/2'))?.status()).toBe(200)
    const moved = page.locator('section', { has: page.locator('#moved') })
    await expect(moved).toContainText(/No answer changed for /)
    await moved
      .getByRole('link', { name: 'What it changed from 22 December 2023 to 14 January 2024: 100 combinations' })
      .click()
    await expect(page.locator('main')).toContainText('What holds differs for 100 of 1,170 combinations')
    await page.goto('/ja/editions/2')
    await expect(moved).toContainText('2023年12月22日から2024年1月14日までについて変わったこと：100通り')

    const gone = '2023-08-23-kyodo-lethal-weapons-non-combat'
    const retracted = `retracted: {on: 2026-11-20, note: {en: The agency withdrew it., ja: 通信社が取り下げた。}}`
    expect(await publish(gone, /\nsource:/, `\n${retracted}\nsource:`)).toContain('edition 3')
    await expect.poll(async () => (await verdict(request, anyCase)).edition).toBe(3)
    await page.goto('/en/editions')
    await expect(page.locator('.editions > li').first()).toContainText('1 report retracted')
    await expect(page.locator('.editions > li').first()).not.toContainText('changed')
    await page.goto('/ja/editions/3')
    await expect(page.locator('.standfirst')).toHaveText('報道の撤回1件')
    await expect(page.locator('.corrections > li').first()).toContainText('撤回')
    await page.goto(`/en/${japan}/reports/${gone}?edition=2`)
    const notice = page.locator('main > .notice').first()
    await expect(notice).toContainText('Retracted on 20 November 2026')
    await expect(notice).toContainText('The agency withdrew it.')
    await expect(page.locator('#effects')).toBeVisible()
    await notice.getByRole('link', { name: 'Edition 3' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Edition 3')
  },
)

test('a page that there is not has no address of its own; one that there is has', async ({ page }) => {
  for (const path of ['/en/nowhere/at/all', '/en/nowhere', '/fr/about', '/en/editions/99999', `/en/${japan}/rules/x`]) {
    expect((await page.goto(path))?.status(), path).toBe(404)
    await expect(page.locator('link[rel=canonical]'), path).toHaveCount(0)
  }
  await page.goto('/en/editions/1')
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/en\/editions\/1$/)
})

test('days that nothing can be said of are refused with what to give instead', async ({ page }) => {
  const far = /from 1 January 1900 to/
  for (const [path, says] of [
    [`/${japan}/ask?on=9999-12-31`, far],
    [`/${japan}/matrix?on=1899-12-31`, far],
    [`/${japan}/compare?to=9999-12-31`, far],
    [`/${japan}?on=9999-12-31`, far],
    ['?on=1066-10-14', far],
    [`/${japan}/ask?known=2199-01-01`, /up to today/],
    [`/${japan}/matrix?known=2199-01-01`, /up to today/],
    [`/${japan}/compare?fromKnown=2199-01-01`, /up to today/],
  ] as const) {
    expect((await page.goto(`/en${path}`))?.status(), path).toBe(400)
    await expect(page.locator('main'), path).toContainText(says)
  }
})
