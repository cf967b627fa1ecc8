// What every answer says besides its script policy, which each kind of page sets for itself (proxy.ts, page-cache.js).
// Read by next.config.js and by what answers without Next's router, so that they cannot differ.

export const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
}

/** The policy of what is no page: nothing in it may be loaded or framed. */
export const apiPolicy = { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'" }
