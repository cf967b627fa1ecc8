import fs from 'node:fs'
import path from 'node:path'
import { ROOT } from '../steps/child.mjs'
import { install } from '../steps/install.mjs'
import { build, generate } from '../steps/prepare.mjs'
import { Problem, report } from '../steps/problem.mjs'
import { step } from '../steps/progress.mjs'

const SCRIPTS = ['serve.mjs', 'serve', 'migrate.mjs', 'steps/node-version.mjs', 'steps/port.mjs', 'steps/problem.mjs']
// Native or found by path at run time: these stay packages, which the standalone build carries already.
const PACKAGES = ['pg', 'pino', 'prom-client', 'graphile-worker', '@node-rs/argon2']
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"

const copy = (from, to) => fs.cpSync(path.join(ROOT, from), to, { recursive: true, verbatimSymlinks: true })

function collect(folder) {
  copy('.next/standalone', folder)
  for (const script of SCRIPTS) copy(`scripts/${script}`, path.join(folder, 'scripts', script))
  copy('prisma/migrations', path.join(folder, 'prisma/migrations'))
}

/** The command line is TypeScript of the portal: in the image it is one file that plain Node runs. */
async function bundleAdmin(folder) {
  const { build: bundle } = await import('esbuild')
  await bundle({
    entryPoints: [path.join(ROOT, 'scripts/admin.ts')],
    outfile: path.join(folder, 'scripts/admin.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['react-server'],
    external: PACKAGES,
    tsconfig: path.join(ROOT, 'tsconfig.json'),
    banner: { js: REQUIRE },
    logLevel: 'error',
  })
}

/** Fills `target`, which must be empty or absent. */
export async function main(target) {
  try {
    if (!target) throw new Problem('Say into which folder: node scripts/image.mjs folder.')
    const folder = path.resolve(target)
    if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0) throw new Problem(`${folder} is not empty.`)
    await step('packages', install)
    await step('database client', generate)
    await step('build', build)
    await step('server', () => collect(folder))
    await step('command line', () => bundleAdmin(folder))
  } catch (error) {
    report(error)
  }
}
