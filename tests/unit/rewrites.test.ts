import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import config from '@/next.config.js'

type Rewriting = { rewrites: () => Promise<{ afterFiles: { source: string }[] }> }

// Of a source such as `/:path(pattern)` only the pattern differs from one to the next.
const { afterFiles } = await (config as unknown as Rewriting).rewrites()
const patterns = [...new Set(afterFiles.map(({ source }) => source))].map(
  (source) => new RegExp(`^/${source.slice('/:path'.length)}$`),
)

/** The addresses of files that are made on request and have a parameter: what a reader asks for, with a parameter in place. */
const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('/route.ts'))
  .map((file) => `/${file.replace(/\/route\.ts$/, '')}`)
  .filter((path) => path.includes('[') && !path.startsWith('/api/') && !path.startsWith('/[language]'))

test('a file with a parameter in its address is not taken for a page of some language', () => {
  expect(files.length).toBeGreaterThan(3)
  const addresses = files.map((path) => path.replace('[sheet]', 'weeks.csv').replace(/\[\w+\]/g, '0190'))
  const taken = addresses.filter((address) => patterns.some((pattern) => pattern.test(address)))
  expect(taken).toEqual([])
})

test('pages are', () => {
  for (const address of ['/', '/bookings', '/bookings/0190', '/bookings/utilisation', '/projects/feeds', '/calendars'])
    expect(
      patterns.some((pattern) => pattern.test(address)),
      address,
    ).toBe(true)
})
