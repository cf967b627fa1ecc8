// An orderly end: not ready any more, no new connections, what is under way finished, the worker stopped.
import { setTimeout as wait } from 'node:timers/promises'

/** Closes `server`; connections still busy after `graceMs` are cut. */
async function close(server, graceMs) {
  const closed = new Promise((resolve) => server.close(resolve))
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearInterval(idle)
  clearTimeout(cut)
}

/**
 * @param {{ servers: import('node:http').Server[], drainMs: number, graceMs: number }} options  `drainMs`: how long load
 *   balancers may still send requests after readiness has turned to 503
 */
export async function shutDown({ servers, drainMs, graceMs }) {
  globalThis.portalDraining = true // readiness answers 503 from now on
  const worker = Promise.resolve(globalThis.portalStop?.())
  await wait(drainMs)
  await Promise.all(servers.map((server) => close(server, graceMs)))
  await Promise.race([worker, wait(graceMs, undefined, { ref: false })])
}
