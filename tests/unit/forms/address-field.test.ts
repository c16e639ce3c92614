import { expect, test } from 'vitest'
import { readAddressField } from '@/lib/forms/address-field'

test('an address is what was typed, and one that begins with www is one of https', () => {
  expect(readAddressField(' www.example.org/a ')).toBe('https://www.example.org/a')
  expect(readAddressField('http://www.example.org')).toBe('http://www.example.org')
  expect(readAddressField('example.org')).toBe('example.org')
  expect(readAddressField('  ')).toBe('')
})
