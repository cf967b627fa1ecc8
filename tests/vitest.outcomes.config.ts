import { defineConfig } from 'vitest/config'
import { alias } from './vitest.config.ts'

/** What the integration tests together must have shown of every command; runs after them. */
export default defineConfig({
  resolve: { alias },
  test: { include: ['tests/outcomes/**/*.test.ts'], testTimeout: 60_000, passWithNoTests: false },
})
