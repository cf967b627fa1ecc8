import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.join(import.meta.dirname, '..')

/** `@/…` as in tsconfig; outside of Next every file is on the server, so `server-only` has nothing to guard. */
export const alias = { '@': root, 'server-only': path.join(import.meta.dirname, 'support/nothing.ts') }

/** Tests without database or browser: rules and policies beside their files, and tests/unit. */
export default defineConfig({
  resolve: { alias },
  test: {
    include: ['{app,components,lib,prisma}/**/*.test.{ts,tsx}', 'tests/unit/**/*.test.ts'],
    // A zone with an odd offset shows every rule that leans on the zone of the machine.
    env: { TZ: 'Pacific/Chatham', LANG: 'C' },
    // A guard against hanging, wide enough for a busy machine; no test measures time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
  },
})
