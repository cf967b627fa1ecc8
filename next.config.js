import { fileURLToPath } from 'node:url'

// Addresses carry no language; pages live under /en and /sv. The cookie decides, then the browser's first choice, then English.
// Static files and routes are found before these rewrites, so only pages reach them.
const pages = '/:path((?!api(?:/|$)|_next/|en(?:/|$)|sv(?:/|$)|healthz$|readyz$).*)'
const byLanguage = [
  { source: pages, has: [{ type: 'cookie', key: 'language', value: 'sv' }], destination: '/sv/:path' },
  {
    source: pages,
    missing: [{ type: 'cookie', key: 'language' }],
    has: [{ type: 'header', key: 'accept-language', value: 'sv.*' }],
    destination: '/sv/:path',
  },
  { source: pages, destination: '/en/:path' },
]

// Addresses of the old site, which are printed in papers: each leads on for good. A query goes along.
const legacy = [
  { source: '/10.23698/aida/:slug', destination: '/datasets/:slug', permanent: true },
  { source: '/search', destination: '/datasets', permanent: true },
  { source: '/prio', destination: '/priorities', permanent: true },
]

// Everything but the script policy, which each kind of page sets for itself (proxy.ts, lib/platform/page-cache.js).
const security = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
  { key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' },
]

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  outputFileTracingRoot: import.meta.dirname,
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['pg', 'graphile-worker', '@node-rs/argon2', 'pino', 'prom-client'],
  cacheHandler: fileURLToPath(new URL('./lib/platform/page-cache.js', import.meta.url)),
  cacheMaxMemorySize: 0,
  experimental: { serverActions: { bodySizeLimit: '12mb' } },
  typescript: { tsconfigPath: 'tsconfig.json' },
  redirects: async () => legacy,
  rewrites: async () => ({ beforeFiles: [], afterFiles: byLanguage, fallback: [] }),
  headers: async () => [
    { source: '/:path*', headers: security },
    {
      source: '/api/:path*',
      headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }],
    },
    {
      // A copy kept by a browser or a proxy on the way must ask before it is shown: what is hidden must be gone at once.
      source: '/((?!_next/static/).*)',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=0, must-revalidate' }],
    },
  ],
}
export default config
