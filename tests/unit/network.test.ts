import { expect, test } from 'vitest'
import { networkOf } from '@/lib/network'

test('an IPv4 address is one sender, however it is written; an IPv6 one counts with its /64', () => {
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7')
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
  expect(networkOf('2001:db8:0:1::7')).toBe('2001:db8:0:1::/64')
  expect(networkOf('2001:DB8:0:1:ffff:ffff:ffff:ffff')).toBe('2001:db8:0:1::/64')
  expect(networkOf('2001:db8:0:2::7')).not.toBe(networkOf('2001:db8:0:1::7'))
  expect(networkOf('fe80::1%eth0')).toBe(networkOf('fe80::2%eth0'))
})

test('what is no address is kept, but not all of it', () => {
  expect(networkOf('')).toBe('')
  expect(networkOf('somewhere')).toBe('somewhere')
  expect(networkOf('x'.repeat(10_000))).toHaveLength(64)
})
