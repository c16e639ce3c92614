import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * What counts as one sender: an IPv4 address (also written as `::ffff:…`), or the /64 of an IPv6 one, which is what one
 * connection is given as a rule (RFC 6177). What is no address comes back as it is, at most 64 characters of it.
 */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address.slice(0, 64)
  const parsed = ipaddr.process(address)
  if (parsed instanceof ipaddr.IPv4) return parsed.toString()
  const [a, b, c, d] = parsed.parts
  return `${new ipaddr.IPv6([a ?? 0, b ?? 0, c ?? 0, d ?? 0, 0, 0, 0, 0]).toString()}/64`
}

/** A name that leads to this machine, to its network, or to any other address that is not of the open internet. */
export class ClosedAddressError extends Error {
  constructor() {
    super('leads to an address that is not of the open internet')
    this.name = 'ClosedAddressError'
  }
}

/** Whether an address is one of the open internet: not of this machine, its network, or any other special use. */
export const isPublicAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'

/** Whether a host of an address is written as a number, and one that is not of the open internet: such are never looked up. */
export function isClosedHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(host) && !isPublicAddress(host)
}

/**
 * Looks a name up for a connection, as `net.connect` asks for it, and takes no address that is not of the open internet: of each
 * connection, so that none slips in later. Fails with `ClosedAddressError`.
 */
export const openLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, '', 0)
    const addresses = Array.isArray(found) ? found : [{ address: String(found), family: 4 }]
    const [first] = addresses
    if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(new ClosedAddressError(), '', 0)
    if (options.all) return callback(null, addresses)
    callback(null, first.address, first.family)
  })
}
