import { answersIn, goldenOf } from '../support/golden/golden'
import { expect, test } from './support/test'

const every = 12

for (const dossier of ['japan-defence-transfers', 'us-chip-export-controls', 'eu-ai-act'])
  test(`the golden verdicts of ${dossier} hold through the API, and on the page of a case`, async ({
    page,
    request,
  }) => {
    const golden = answersIn(goldenOf(dossier))
    expect(golden.length).toBeGreaterThanOrEqual(25)
    const askedBy = ({ case: kase, on, known }: (typeof golden)[number]) =>
      new URLSearchParams({ ...kase, on, ...(known && { known }) })
    for (const one of golden) {
      const answer = await (await request.get(`/api/v1/dossiers/${dossier}/verdict?${askedBy(one)}`)).json()
      expect(one.right, `${askedBy(one)}: ${one.why}`).toContain(answer.disposition)
    }
    for (const one of golden.filter((_, at) => at % every === 0)) {
      await page.goto(`/en/${dossier}/ask?${askedBy(one)}`)
      const shown = await page.locator('main .answer .disposition').first().getAttribute('class')
      expect(one.right, `${askedBy(one)}`).toContain(shown?.split(' ').at(-1))
    }
  })
