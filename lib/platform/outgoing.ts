import 'server-only'
import { lookup } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { env, isDemonstration } from './env'

/** Which addresses the portal itself may call: those of the internet, and hosts that a setting names. */
export type Reach = { readonly privateHosts: readonly string[]; readonly onlyLoopback: boolean }

/** In the demonstration nothing leaves the machine: it calls itself alone. */
export const ownReach = (): Reach => ({ privateHosts: env().WEBHOOK_PRIVATE_HOSTS, onlyLoopback: isDemonstration() })

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

/** Whether a connection to this address is allowed, whatever name led there. */
function isReached(address: string, host: string, { privateHosts, onlyLoopback }: Reach): boolean {
  const range = ipaddr.process(address).range()
  if (onlyLoopback) return range === 'loopback'
  return range === 'unicast' || privateHosts.includes(host)
}

/**
 * Whether an address may be called at all, before its name is looked up: https (http too for the hosts of the setting and in the
 * demonstration), no name or password in it, and no address of a private network.
 */
export function isCallable(address: string, reach: Reach): boolean {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url?.username !== '' || url.password !== '' || url.hash !== '') return false
  const host = hostOf(url)
  const trusted = reach.onlyLoopback || reach.privateHosts.includes(host)
  if (url.protocol !== 'https:' && !(trusted && url.protocol === 'http:')) return false
  return isIP(host) === 0 || isReached(host, host, reach)
}

/** Looks a name up and refuses it where any of its addresses is not allowed. The connection is made to what was looked at. */
const guarded =
  (host: string, reach: Reach): LookupFunction =>
  (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '')
      if (found.length === 0 || !found.every(({ address }) => isReached(address, host, reach)))
        return done(Object.assign(new Error('address not allowed'), { code: 'EADDRESS' }), '')
      const [first] = found
      if (options.all) return done(null, found)
      done(null, first?.address ?? '', first?.family)
    })
  }

const faults: Readonly<Record<string, string>> = {
  EADDRESS: 'address',
  ECONNREFUSED: 'connection',
  ECONNRESET: 'connection',
  ENOTFOUND: 'name',
  EAI_AGAIN: 'name',
}
const faultOf = (error: unknown): string => {
  const code = String((error as { code?: unknown }).code ?? '')
  return faults[code] ?? (/CERT|SSL|TLS|SELF_SIGNED/.test(code) ? 'certificate' : 'connection')
}

/** What came of a call: the status and the beginning of the answer, or why there was none. */
export type Called = {
  readonly status: number | null
  /** address, timeout, size, connection, name, certificate; null: it was answered in full. */
  readonly fault: string | null
  readonly answer: string
}
type Limits = { readonly milliseconds?: number; readonly bytes?: number }

/** Sends a text by POST and reads the answer, within limits of time and size. A redirect is an answer like any other: it is not followed. */
export function postOut(
  address: string,
  { headers, body }: { headers: Record<string, string>; body: string },
  reach: Reach,
  { milliseconds = 10_000, bytes = 64_000 }: Limits = {},
): Promise<Called> {
  if (!isCallable(address, reach)) return Promise.resolve({ status: null, fault: 'address', answer: '' })
  const url = new URL(address)
  return new Promise((resolve) => {
    let status: number | null = null
    let given: string | null = null
    let size = 0
    const chunks: Buffer[] = []
    const end = (fault: string | null) => {
      clearTimeout(timer)
      resolve({ status, fault: given ?? fault, answer: readable(Buffer.concat(chunks)) })
    }
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      agent: false,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      lookup: guarded(hostOf(url), reach),
      maxHeaderSize: 16_384,
    })
    const giveUp = (fault: string) => {
      given = fault
      request.destroy()
      end(fault)
    }
    const timer = setTimeout(() => giveUp('timeout'), milliseconds)
    const failed = (error: unknown) => end(faultOf(error))
    request.on('error', failed)
    request.on('response', (response) => {
      status = response.statusCode ?? null
      response.on('error', failed)
      response.on('end', () => end(null))
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > bytes) giveUp('size')
        else chunks.push(chunk)
      })
    })
    request.end(body)
  })
}

/** The beginning of an answer as text that a row can hold. */
const readable = (bytes: Buffer): string =>
  bytes
    .toString('utf8')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to leave out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd]/g, '')
    .slice(0, 500)
