import { fileURLToPath } from 'node:url'
import { apiPolicy, securityHeaders } from './lib/platform/security-headers.js'

// Addresses carry no language; pages live under /en and /sv. The cookie decides, then the browser's first choice, then English.
// Static files and routes are found before these rewrites, so only pages reach them; routes with a parameter are named here.
const withParameter =
  'feeds/|downloads/|calendars/|bookings/[^/]+/calendar\\.ics$|(?:bookings/utilisation|requests/statistics)/[^/]+\\.csv$'
const pages = `/:path((?!api(?:/|$)|${withParameter}|_next/|en(?:/|$)|sv(?:/|$)|healthz$|readyz$).*)`
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

const listed = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }))

// For what neither proxy.ts nor the cache of pages answers: files, and what is missing among them.
const filePolicy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
const files = [
  '/:folder(examples|readme)/:path*',
  '/_next/:path*',
  '/:file(social\\.png|apple-icon\\.png|favicon\\.ico|icon\\.svg|theme\\.js|robots\\.txt|sitemap\\.xml)',
]

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  outputFileTracingRoot: import.meta.dirname,
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['pg', 'graphile-worker', '@node-rs/argon2', 'pdfmake', 'pino', 'prom-client'],
  // Read when a document is made, by their names: no import leads there.
  outputFileTracingIncludes: {
    '/**': ['./node_modules/geist/dist/fonts/geist-sans/Geist-{Regular,SemiBold,Italic,SemiBoldItalic}.ttf'],
  },
  cacheHandler: fileURLToPath(new URL('./lib/platform/page-cache.js', import.meta.url)),
  cacheMaxMemorySize: 0,
  experimental: { serverActions: { bodySizeLimit: '12mb' } },
  typescript: { tsconfigPath: 'tsconfig.json' },
  redirects: async () => legacy,
  rewrites: async () => ({ beforeFiles: [], afterFiles: byLanguage, fallback: [] }),
  headers: async () => [
    { source: '/:path*', headers: listed(securityHeaders) },
    { source: '/api/:path*', headers: listed(apiPolicy) },
    ...files.map((source) => ({ source, headers: [{ key: 'Content-Security-Policy', value: filePolicy }] })),
    {
      // A copy kept by a browser or a proxy on the way must ask before it is shown: what is hidden must be gone at once.
      // Answers of the API and of probes say themselves how they may be kept.
      source: '/((?!_next/static/|api(?:/|$)|healthz$|readyz$).*)',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=0, must-revalidate' }],
    },
  ],
}
export default config
