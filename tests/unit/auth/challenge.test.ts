import { expect, test } from 'vitest'
import { isOurChallenge, newChallenge } from '@/lib/auth/challenge'
import { wireKeys } from '@/lib/wire/keys'

const { mark } = wireKeys('a secret of at least thirty-two characters')
const other = wireKeys('another secret of at least thirty-two characters').mark
const at = '2026-01-01T00:00:00.000Z'
const after = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString()
const made = () => Buffer.from(newChallenge(mark, 'sign-in', at)).toString('base64url')

test('a challenge is ours for its purpose, for half an hour, and under the key that made it', () => {
  const challenge = made()
  const ask = ({ purpose = 'sign-in', when = at, by = mark } = {}) => isOurChallenge(by, purpose, challenge, when)
  expect(ask()).toBe(true)
  expect(ask({ when: after(29.9) })).toBe(true)
  expect(ask({ when: after(30) })).toBe(false)
  expect(ask({ when: after(-1) })).toBe(false)
  expect(ask({ purpose: 'register ann' })).toBe(false)
  expect(ask({ by: other })).toBe(false)
})

test('no two are alike, and none that was changed or cut is ours', () => {
  expect(made()).not.toBe(made())
  const bytes = Buffer.from(made(), 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(isOurChallenge(mark, 'sign-in', changed.toString('base64url'), after(1))).toBe(false)
    expect(isOurChallenge(mark, 'sign-in', bytes.subarray(0, at).toString('base64url'), after(1))).toBe(false)
  }
})
