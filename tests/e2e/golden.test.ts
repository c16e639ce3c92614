import { golden as eu } from '../support/golden/eu-ai-act'
import { golden as japan } from '../support/golden/japan'
import { goldenUsChips as usChips } from '../support/golden/us-chips'
import { expect, test } from './support/test'

interface Golden {
  case: Record<string, string>
  on: string
  known?: string
  right: readonly string[]
  why: string
}

const dossiers: [string, readonly Golden[]][] = [
  ['japan-defence-transfers', japan],
  ['us-chip-export-controls', usChips],
  ['eu-ai-act', eu],
]

for (const [dossier, golden] of dossiers)
  test(`the golden verdicts of ${dossier} hold through the API, and on the page of a case`, async ({
    page,
    request,
  }) => {
    expect(golden.length).toBeGreaterThanOrEqual(20)
    for (const { case: kase, on, known, right, why } of golden) {
      const asked = new URLSearchParams({ ...kase, on, ...(known && { known }) })
      const answer = await (await request.get(`/api/v1/dossiers/${dossier}/verdict?${asked}`)).json()
      expect(right, `${asked}: ${why}`).toContain(answer.disposition)
    }
    for (const { case: kase, on, known, right } of golden.filter((_, at) => at % 12 === 0)) {
      await page.goto(`/en/${dossier}/ask?${new URLSearchParams({ ...kase, on, ...(known && { known }) })}`)
      const shown = await page.locator('main .answer .disposition').first().getAttribute('class')
      const isUnsettled = shown === null
      expect(
        isUnsettled || right.some((disposition) => shown.split(' ').includes(disposition)),
        `${on}: ${shown}`,
      ).toBe(true)
    }
  })
