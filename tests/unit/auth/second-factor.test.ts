import { TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { deviceOf } from '@/lib/auth/device'
import { isProved, sessionHandle } from '@/lib/auth/proof'
import {
  isTotpCode,
  newRecoveryCodes,
  newTotpSecret,
  plainCode,
  recoveryMark,
  totpAddress,
  totpStep,
} from '@/lib/auth/second-factor'

/** The secret of RFC 6238, appendix B, in base32; its codes have eight digits there, of which ours are the last six. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const instant = (seconds: number) => new Date(seconds * 1000).toISOString()

test.each([
  [59, '287082', 1],
  [1111111109, '081804', 37037036],
  [1234567890, '005924', 41152263],
  [20000000000, '353130', 666666666],
])('at %i s the code of RFC 6238 is %s', (seconds, code, step) => {
  const ask = (at: number, after = 0) => totpStep({ secret, code, at: instant(at), after })
  expect(ask(seconds)).toBe(step)
  // Clocks differ by a step, and by no more.
  expect(ask(seconds + 30)).toBe(step)
  expect(ask(seconds - 30)).toBe(step)
  expect(ask(seconds + 60)).toBeNull()
  // What was used is not taken again, nor anything before it.
  expect(ask(seconds, step)).toBeNull()
  expect(ask(seconds, step - 1)).toBe(step)
})

test('an app that reads the address counts the same codes', () => {
  const made = newTotpSecret()
  const address = totpAddress(made, { issuer: 'Rulewire', label: 'ann' })
  const [, query = ''] = address.split('?')
  expect(address).toMatch(/^otpauth:\/\/totp\/Rulewire:ann\?/)
  const app = new TOTP({ secret: new URLSearchParams(query).get('secret') ?? '' })
  const timestamp = 1_700_000_000_000
  const code = app.generate({ timestamp })
  expect(totpStep({ secret: made, code, at: new Date(timestamp).toISOString(), after: 0 })).not.toBeNull()
})

test('recovery codes are ten, unlike each other, and read however they are typed', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) {
    expect(code).toMatch(/^(?:[A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$/)
    expect(recoveryMark(code.toLowerCase().replaceAll('-', ' '))).toBe(recoveryMark(code))
    expect(isTotpCode(plainCode(code))).toBe(false)
  }
  expect(isTotpCode(plainCode(' 123 456'))).toBe(true)
  expect(isTotpCode(plainCode('１２３４５６'))).toBe(true)
})

test('a proof holds for ten minutes, from the sign-in or from the last one', () => {
  const session = { createdAt: instant(0), provedAt: null }
  expect(isProved(session, instant(599))).toBe(true)
  expect(isProved(session, instant(600))).toBe(false)
  expect(isProved({ ...session, provedAt: instant(1000) }, instant(1599))).toBe(true)
})

test('a session is called by what opens nothing, and a browser by its name', () => {
  expect(sessionHandle('secret')).not.toContain('secret')
  const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0'
  expect(deviceOf(firefox)).toBe('Firefox 130 · Windows')
  expect(deviceOf('')).toBeNull()
})
