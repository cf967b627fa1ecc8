import path from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { freePort } from '../scripts/steps/port.mjs'
import { findBrowser } from './support/browser.mjs'

// Every worker reads this file again: the first process decides, and hands its decisions on in the environment.
if (!process.env.E2E_LAUNCH) {
  const { name, version, launch } = await findBrowser()
  console.log(`browser: ${name}, ${version}`)
  process.env.E2E_LAUNCH = JSON.stringify(launch)
  process.env.E2E_ORIGIN ??= `http://localhost:${await freePort()}`
}

const results = path.join(import.meta.dirname, 'results')

/** Journeys in a real browser. A spec runs on the desktop in light; tagged @dark or @phone, there as well. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: path.join(results, 'e2e'),
  globalSetup: './support/portal.setup.ts',
  tsconfig: '../tsconfig.json',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: path.join(results, 'e2e.json') }]],
  use: {
    baseURL: process.env.E2E_ORIGIN,
    locale: 'en-GB',
    timezoneId: 'Europe/Stockholm',
    launchOptions: JSON.parse(process.env.E2E_LAUNCH),
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'] } },
    { name: 'dark', grep: /@dark/, use: { ...devices['Desktop Chrome'], colorScheme: 'dark' } },
    { name: 'phone', grep: /@phone/, use: { ...devices['Pixel 7'] } },
  ],
})
