// npm run test:concurrency: whether booking can be made to lie. See tests/concurrency/README.md.
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
  const { main } = await import('../tests/concurrency/main.ts')
  await main(process.argv.slice(2))
} catch (error) {
  report(error)
}
