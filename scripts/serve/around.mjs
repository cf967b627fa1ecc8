// Wraps Next's request listener: identity, limit, log and figures of every request.
import { Histogram } from 'prom-client'
import { logAccess } from './access-log.mjs'
import { admitAddress } from './address.mjs'
import { admitBody } from './body-limit.mjs'
import { settleHeaders } from './headers.mjs'
import { leadToLowerCase } from './letter-case.mjs'
import { missingPages, showMissing } from './missing.mjs'

/** Durations by method, route and status, in the registry that the portal's own figures share. */
export function durations(registry) {
  const histogram = new Histogram({
    name: 'portal_http_request_duration_seconds',
    help: 'Time to answer a request, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  return (method, route, status, seconds) => histogram.observe({ method, route, status }, seconds)
}

// The one address that takes what is too large for memory (app/api/operations/delivery-stewardship.ts): it streams what comes.
const DATA = /^\/api\/v1\/stewardship\/datasets\/[^/?]+\/versions\/[^/?]+\/files(?:\?|$)/

const bodyLimit = ({ method, url = '/' }, { maxBodyBytes, maxDataBytes }) =>
  method === 'PUT' && DATA.test(url) ? maxDataBytes : maxBodyBytes

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** The listener to serve instead of `listener`. `observe` and `routeOf` keep the figures; see `durations`, `routeNames`. */
export function around(listener, { settings, log, observe, routeOf }) {
  const pageFor = missingPages()
  return (request, response) => {
    const id = settleHeaders(request, settings.trustProxy)
    response.setHeader('x-request-id', id)
    if (globalThis.portalDraining) response.shouldKeepAlive = false
    logAccess(log, request, response, id, ({ path, status, seconds }) => {
      const method = METHODS.has(request.method) ? request.method : 'other'
      observe(method, routeOf(path), status, seconds)
    })
    if (!admitAddress(request, response) || !admitBody(request, response, bodyLimit(request, settings))) return
    if (leadToLowerCase(request, response)) return
    // The busiest reads of the API are answered without Next's router (app/api/direct.ts, set by instrumentation.ts).
    if (globalThis.portalDirect?.(request, response)) return
    // So are pages that are kept (lib/platform/kept-pages.ts); whether they still hold is asked of the database first.
    showMissing(request, response, pageFor)
    const kept = globalThis.portalKeptPages?.(request, response)
    if (!kept) return listener(request, response)
    kept.then((answered) => answered || listener(request, response)).catch((error) => response.destroy(error))
  }
}
