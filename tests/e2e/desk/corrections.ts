import { expect, test, verdict } from '../support/test'

const dossier = 'japan-defence-transfers'
const seed = '2023-08-23-kyodo-lethal-weapons-non-combat'
const armedCase = { equipment: 'warship', recipient: 'ukraine', purpose: 'invaded-support' }

/** Correcting and retracting, after the report that is retracted was published. */
export function correctionTests(): void {
  test('a retraction is reviewed, published with its reason, undone in every answer, and kept in the earlier edition', async ({
    deskOf,
    request,
    page,
  }) => {
    const id = '2026-11-20-kyodo-news-cabinet-lets-arms-go-invaded'
    const path = `/en/${dossier}/reports/${id}`
    const before = await verdict(request, armedCase)
    expect(before.disposition).toBe('conditional')
    const editor = await deskOf('editor')
    await editor.goto(`/admin/history?kind=report&dossier=${dossier}&id=${id}`)
    await editor.getByRole('link', { name: 'Retract it' }).click()
    await editor.getByRole('button', { name: 'Review the retraction' }).click()
    await expect(editor.locator('#f-note-error')).toContainText('is missing')
    await editor
      .getByLabel('Public note, in English')
      .fill('The Cabinet had not decided; the agency withdrew its report.')
    await editor.getByRole('button', { name: 'Review the retraction' }).click()
    await editor.waitForURL('**/admin/publish?draft=**')
    await expect(editor.getByRole('row').filter({ hasText: 'Ukraine' }).first()).toContainText('tightens')
    await editor.getByLabel('Why').fill('Retraction')
    await editor.getByRole('button', { name: 'Publish', exact: true }).click()
    await editor.waitForURL('**/admin?edition=**')

    await editor.goto('/admin/reports')
    await expect(editor.getByRole('link', { name: 'Cabinet lets arms go to invaded countries' })).toBeVisible()
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(410)
    await expect(page.locator('main')).toContainText('the agency withdrew its report')
    const after = await verdict(request, armedCase)
    expect(after.disposition).toBe('prohibited')
    expect((await verdict(request, { ...armedCase, edition: String(before.edition) })).disposition).toBe('conditional')
    await page.getByRole('link', { name: /As it stood in edition/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Cabinet lets arms go')
    await expect(page.locator('.pinned-note')).toContainText(`edition ${before.edition}`)
    await page.goto('/en/corrections')
    await expect(page.locator('main')).toContainText('the agency withdrew its report')
    expect(await (await request.get('/en/corrections.xml')).text()).toContain(`urn:rulewire:${dossier}:retracted:${id}`)
    expect(await (await request.get(`/en/${dossier}/feed.xml`)).text()).not.toContain(id)

    await page.goto(`/en/editions/${after.edition}`)
    await expect(page.locator('main')).toContainText('Retraction')
    await page.getByRole('link', { name: /Which answers/ }).click()
    await expect(page.locator('main')).toContainText('Conditional')
    await expect(page.locator('main')).toContainText('tightens')
  })

  test('a correction keeps its note and what stood before', async ({ deskOf, page }) => {
    const editor = await deskOf('editor')
    await editor.goto(`/admin/reports/correct?dossier=${dossier}&id=${seed}`)
    await editor.getByLabel('Public note, in English').fill('The summary named the wrong body.')
    await editor.getByLabel('Public note, in Japanese').fill('要約の機関名が誤っていた。')
    await editor.getByRole('button', { name: 'Begin the correction' }).click()
    await editor.waitForURL('**/admin/drafts/**')
    await editor.getByLabel('Our summary').fill('A wholly new summary of the report.')
    await editor.getByRole('button', { name: 'Save' }).click()
    await expect(editor.getByText('version 2')).toBeVisible()
    await editor.getByRole('button', { name: 'Review and publish' }).click()
    await editor.getByLabel('Why').fill('Correction')
    await editor.getByRole('button', { name: 'Publish', exact: true }).click()
    await editor.waitForURL('**/admin?edition=**')
    await page.goto(`/ja/${dossier}/reports/${seed}`)
    const box = page.locator('section', { has: page.locator('#corrections') })
    await expect(box).toContainText('要約の機関名が誤っていた。')
    await box.locator('summary').click()
    await expect(box.locator('ins').filter({ hasText: 'wholly' }).first()).toBeVisible()
  })
}
