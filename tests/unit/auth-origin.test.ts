import { expect, test } from 'vitest'
import { isSameOrigin } from '@/lib/auth/origin'

const from = (headers: Record<string, string>) => isSameOrigin(new Headers(headers))

test('a form is ours by its origin, or else by what the browser says of it', () => {
  expect(from({ origin: 'http://localhost:3000', host: 'localhost:3000' })).toBe(true)
  expect(from({ origin: 'https://rules.example', host: 'internal', 'x-forwarded-host': 'rules.example' })).toBe(true)
  expect(from({ 'sec-fetch-site': 'same-origin', host: 'localhost' })).toBe(true)
})

test('anything else is not', () => {
  expect(from({ origin: 'https://elsewhere.example', host: 'localhost:3000' })).toBe(false)
  expect(from({ origin: 'http://localhost:3001', host: 'localhost:3000', 'sec-fetch-site': 'same-origin' })).toBe(false)
  expect(from({ origin: 'null', host: 'localhost' })).toBe(false)
  expect(from({ origin: 'not an address', host: 'not an address' })).toBe(false)
  expect(from({ 'sec-fetch-site': 'cross-site', host: 'localhost' })).toBe(false)
  expect(from({ host: 'localhost' })).toBe(false)
})
