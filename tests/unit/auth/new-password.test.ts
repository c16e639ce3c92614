import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newPasswordProblem } from '@/lib/auth/new-password'

test.each([
  'password1234',
  'qwertyuiop12',
  'administrator',
  'editoreditor',
  'letmeinletmein',
  'aaaaaaaaaaaaaaaa',
  'november2026',
  'さくらさくらさくら123',
])('“%s” may not be chosen', async (password) =>
  expect(await newPasswordProblem(password, ['editor'])).toMatch(/too easy to guess/),
)

test.each(['correct horse battery staple', 'kX9vQ2_mPz-RtLw', 'minesweeper gazette ladle tulip'])(
  '“%s” may be chosen',
  async (password) => expect(await newPasswordProblem(password, ['editor'])).toBeNull(),
)

test('any text is judged, however long', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (password) => {
      const problem = await newPasswordProblem(password, [])
      expect(problem === null || problem.length > 0).toBe(true)
    }),
    { numRuns: 30, seed: 13 },
  )
})
