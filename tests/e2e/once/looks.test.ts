import AxeBuilder from '@axe-core/playwright'
import { dossier, pages, seed } from '../support/pages'
import { expect, test } from '../support/test'

test('no page needs to be scrolled sideways, from 320 to 1600 pixels', async ({ page }) => {
  for (const width of [320, 768, 1600]) {
    await page.setViewportSize({ width, height: 900 })
    for (const path of pages)
      for (const locale of width === 320 ? ['en', 'ja'] : ['en']) {
        await page.goto(`/${locale}${path}`)
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(wide, `${locale}${path} at ${width}`).toBeLessThanOrEqual(0)
      }
  }
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the pages are accessible by what axe can find, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    for (const path of pages) {
      await page.goto(`/en${path}`)
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
    }
  })

test('Japanese pages mark the English that they hold', async ({ page }) => {
  await page.goto(`/ja/${dossier}/reports/${seed}`)
  await expect(page.locator('main [lang=en]').first()).toBeVisible()
  await expect(page.locator('main')).toContainText('五類型')
})

test('Japanese pages are punctuated as Japanese is', async ({ page }) => {
  for (const path of pages) {
    await page.goto(`/ja${path}`)
    const halfWide = await page.evaluate(() => {
      const main = document.querySelector('main')?.cloneNode(true) as HTMLElement
      for (const other of main.querySelectorAll('[lang=en], code, pre')) other.remove()
      return main.textContent?.match(/[ぁ-んァ-ヶ一-龠）」][:;,]\s.{0,20}/g) ?? []
    })
    expect(halfWide, path).toEqual([])
  }
})

test('no line ends between the shape of an answer and its word', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 900 })
  for (const path of ['', `/${dossier}`, `/${dossier}/compare?from=2023-12-21&to=2023-12-22`]) {
    await page.goto(`/ja${path}`)
    const parted = await page.evaluate(() =>
      [...document.querySelectorAll('main :is(.disposition, .direction):not(.dense *)')].flatMap((one) => {
        const [shape, word] = [one.querySelector('svg'), one.querySelector('.word')]
        if (!shape || !word || getComputedStyle(shape).display === 'block') return []
        const [first] = word.getClientRects()
        return first && first.top > shape.getBoundingClientRect().bottom ? [one.textContent] : []
      }),
    )
    expect(parted, path).toEqual([])
  }
})
