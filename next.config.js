/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  outputFileTracingRoot: import.meta.dirname,
  poweredByHeader: false,
  serverExternalPackages: ['pg', 'graphile-worker', '@node-rs/argon2', 'pino'],
}
export default config
