import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logLine } from '@/lib/log/line'

test('an error is one line with its stack, whoever caused it', () => {
  const line = logLine(['/en/x', new Error('first\nsecond\u001b[31mred\u001b[0m')])
  expect(line).toMatch(/^\/en\/x Error: first second/)
  expect(line).toContain(' at ')
  expect(line).not.toMatch(/\p{Cc}/u)
})

test('whatever is sent stays one line of bounded length', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.anything())), (parts) => {
      const line = logLine(parts)
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
      expect(line.length).toBeLessThanOrEqual(4000)
    }),
  )
})
