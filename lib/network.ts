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
