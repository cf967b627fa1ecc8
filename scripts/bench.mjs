// npm run bench: what the portal can bear, in ratios to bare servers. See tests/bench/README.md.
import { requireNode } from './steps/node-version.mjs'

requireNode()
const { install } = await import('./steps/install.mjs')
const { generate } = await import('./steps/prepare.mjs')
const { report } = await import('./steps/problem.mjs')
try {
  await install()
  await generate()
  const { register } = await import('tsx/esm/api')
  register()
  const { main } = await import('../tests/bench/run.ts')
  await main(process.argv.slice(2))
} catch (error) {
  report(error)
}
