// The checks of `npm run check`, the longest first.
import fs from 'node:fs'
import path from 'node:path'
import { inPackage, ROOT } from '../steps/child.mjs'
import { readTally, tallyOfVitest } from './tally.mjs'

const CODE = ['app', 'components', 'lib', 'prisma', 'proxy.ts', 'instrumentation.ts']

/** A folder for reports, outside of what is committed. */
export function reportFile(name) {
  const folder = path.join(ROOT, 'tests/results')
  fs.mkdirSync(folder, { recursive: true })
  const file = path.join(folder, name)
  fs.rmSync(file, { force: true }) // an old report must not stand in for a run that died
  return file
}

/** A Vitest run with the configuration `config`, whose tests are counted from its own report. */
export function vitest(name, config, filters = []) {
  const report = reportFile(`${name.replaceAll(' ', '-')}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = [inPackage('vitest/vitest.mjs'), 'run', '--root', ROOT, '--config', config, ...reporters, ...filters]
  return { name, args, tallyOf: () => readTally(report, tallyOfVitest) }
}

/** dependency-cruiser says how many files it read: a map checked on nothing would always be right. */
export const readSomething = (output) => Number(/(\d+) modules/.exec(output)?.[1] ?? 0) > 0

/** Every tool, ready to run. */
export function tools() {
  const code = CODE.filter((entry) => fs.existsSync(path.join(ROOT, entry)))
  return [
    {
      name: 'types',
      args: [
        inPackage('typescript/bin/tsc'),
        '--noEmit',
        '--incremental',
        '--tsBuildInfoFile',
        '.cache/check.tsbuildinfo',
      ],
    },
    vitest('unit tests', 'tests/vitest.config.ts'),
    {
      name: 'map of the house',
      args: [inPackage('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', 'tests/boundaries.cjs', ...code],
      isRight: readSomething,
    },
    { name: 'dead code', args: [inPackage('knip/bin/knip.js'), '--config', 'tests/knip.json', '--no-progress'] },
    {
      name: 'format and lint',
      args: [
        inPackage('@biomejs/biome/bin/biome'),
        'check',
        '--config-path',
        'tests/lint.json',
        '--error-on-warnings',
        '--max-diagnostics=60',
        '.',
      ],
    },
  ]
}
