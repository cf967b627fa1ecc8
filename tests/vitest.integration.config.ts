import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { alias } from './vitest.config.ts'

/** Tests on a real PostgreSQL: commands, queries, the scripts themselves. */
export default defineConfig({
  resolve: { alias },
  test: {
    include: ['tests/integration/**/*.test.ts'],
    globalSetup: ['tests/support/cluster.setup.ts'],
    setupFiles: ['tests/support/database.setup.ts'],
    env: { TZ: 'Pacific/Chatham', LANG: 'C' },
    pool: 'forks',
    maxWorkers: Math.min(4, availableParallelism()),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
  },
})
