import ipaddr from 'ipaddr.js'

/** What an address is to the rest of the internet; null when it is none. */
export type IpReach = 'public' | 'private'

/** An IPv4 address in four parts, or an IPv6 address, in its shortest form (RFC 5952), and whether the internet reaches it. */
export function readIpAddress(text: string): { address: string; reach: IpReach } | null {
  const typed = text.trim()
  // Only four decimal parts: 010.1 and 0x7f000001 mean other things to other programs.
  const isOne = typed.includes(':') ? ipaddr.IPv6.isValid(typed) : ipaddr.IPv4.isValidFourPartDecimal(typed)
  if (!isOne || typed.includes('%')) return null
  const address = ipaddr.process(typed)
  return { address: address.toString(), reach: address.range() === 'unicast' ? 'public' : 'private' }
}
