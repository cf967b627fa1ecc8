import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import type { ICruiseResult } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

type Rules = { name: string }[]

const root = path.join(import.meta.dirname, '../..')
const map: { forbidden: Rules; required: Rules } = createRequire(import.meta.url)('../boundaries.cjs')
const rules = [...map.forbidden, ...map.required].map((rule) => rule.name)

/** One violation of each rule: the file that breaks it, and what it says. */
const planted: Record<string, [file: string, text: string]> = {
  'map-identity': ['lib/identity/store/a.ts', "import '@/lib/catalogue/rules'"],
  'map-projects': ['lib/projects/store/a.ts', "import '@/lib/catalogue/rules'"],
  'map-agreements': ['lib/agreements/store/a.ts', "import '@/lib/catalogue/rules'"],
  'map-catalogue': ['lib/catalogue/store/a.ts', "import '@/lib/projects/store/b'"],
  'map-ethics': ['lib/ethics/store/a.ts', "import '@/lib/booking/store/b'"],
  'map-booking': ['lib/booking/store/a.ts', "import '@/lib/catalogue/rules'"],
  'map-access': ['lib/access/store/a.ts', "import '@/lib/booking/store/b'"],
  'map-delivery': ['lib/delivery/store/a.ts', "import '@/lib/booking/store/b'"],
  'map-exchange': ['lib/exchange/store/a.ts', "import '@/lib/agreements/store/b'"],
  'map-reactions': ['lib/reactions/store/a.ts', "import '@/lib/exchange/store/b'"],
  'unknown-module': ['lib/gossip/rules.ts', "import '@/lib/catalogue/rules'"],
  'module-vocabulary': ['lib/catalogue/helpers.ts', "import './rules'"],
  'platform-knows-no-domain': ['lib/platform/a.ts', "import '@/lib/catalogue/rules'"],
  'lib-knows-no-interface': ['lib/catalogue/store/b.ts', "import '@/components/ui/plain'"],
  'pure-files-use-pure-files': ['lib/catalogue/policy.ts', "import '@/lib/platform/clock'"],
  'pure-files-use-no-package': [
    'lib/catalogue/schema.ts',
    "import { readFileSync } from 'node:fs'\nexport { readFileSync }",
  ],
  'stores-are-private': ['app/a.ts', "import '@/lib/projects/store/b'"],
  'components-are-given-everything': ['components/catalogue/a.ts', "import '@/lib/catalogue/queries'"],
  'components-stay-in-the-browser': ['components/catalogue/b.ts', "import '@/lib/platform/clock'"],
  'components-use-nothing-of-node': ['components/catalogue/c.ts', "import 'node:fs'"],
  'ui-knows-no-domain': ['components/ui/a.ts', "import '@/lib/catalogue/rules'"],
  'database-stays-in-lib': ['app/b.ts', "import 'pg'"],
  'mail-is-a-reaction': ['lib/booking/store/c.ts', "import '@/lib/platform/mail'"],
  'product-without-tests': ['app/c.ts', "import '@/tests/support/a'"],
  'product-without-development-packages': ['app/d.ts', "import 'vitest'"],
  'everything-resolves': ['app/e.ts', "import './nowhere'"],
  'no-cycles': ['lib/booking/store/d.ts', "import './e'"],
  'doors-are-server-only': ['lib/booking/queries.ts', "import '@/lib/platform/clock'"],
}

/** What the planted files lean on, itself without fault. */
const sound: Record<string, string> = {
  'lib/catalogue/rules.ts': "import type { Fine } from '@/lib/platform/refusal'\nexport const rule: Fine = 1",
  'lib/catalogue/queries.ts': "import 'server-only'\nexport type View = { id: string }",
  'lib/platform/clock.ts': 'export const now = 1',
  'lib/platform/mail.ts': 'export const mail = 1',
  'lib/platform/refusal.ts': 'export type Fine = number',
  'components/ui/plain.ts': 'export const plain = 1',
  'components/catalogue/card.ts': "import type { View } from '@/lib/catalogue/queries'\nexport type Card = View",
  'app/page.ts': "import '@/lib/catalogue/queries'\nimport '@/components/ui/plain'",
  'tests/support/a.ts': 'export const a = 1',
  ...Object.fromEntries(
    ['projects', 'agreements', 'booking', 'exchange'].map((name) => [`lib/${name}/store/b.ts`, 'export const b = 1']),
  ),
}

const made: string[] = []

function house(files: Record<string, string>) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'boundaries-'))
  made.push(folder)
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), `${text}\n`)
  }
  for (const name of ['tsconfig.json', 'package.json']) fs.copyFileSync(path.join(root, name), path.join(folder, name))
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'dir')
  return folder
}

/** What `npm run check` would find in the house at `folder`: the same program with the same map. */
function survey(folder: string) {
  const program = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [
    program,
    '--config',
    path.join(root, 'tests/boundaries.cjs'),
    '--output-type',
    'json',
    'app',
    'components',
    'lib',
  ]
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 })
  const { summary, modules }: ICruiseResult = JSON.parse(stdout)
  return { violations: summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`), modules: modules.length }
}

afterAll(() => {
  for (const folder of made) fs.rmSync(folder, { recursive: true })
})

test('every rule of the map has a planted violation', () => {
  expect(Object.keys(planted).sort()).toEqual([...rules].sort())
})

test('a sound house has no violation, and was read', () => {
  const { violations, modules } = survey(house(sound))
  expect(violations).toEqual([])
  expect(modules).toBeGreaterThanOrEqual(Object.keys(sound).length - 1)
})

describe('each planted violation is found', () => {
  let found: string[] = []
  beforeAll(() => {
    const files = Object.fromEntries(Object.values(planted))
    const cycle = { 'lib/booking/store/e.ts': "import './d'" }
    found = survey(house({ ...sound, ...files, ...cycle })).violations
  })
  test.each(Object.entries(planted))('%s', (rule, [file]) => {
    expect(found).toContain(`${rule}: ${file}`)
  })
})
