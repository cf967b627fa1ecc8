// npm test: every runner after the other, and the sum of what they counted.
//   npm test -- --only check|unit|integration|e2e|concurrency [words of file names]
import { runTool } from '../checks/pool.mjs'
import { check, prepareSources } from '../checks/run.mjs'
import { addUp, readTally, sentenceOf, tallyOfPlaywright } from '../checks/tally.mjs'
import { reportFile, vitest } from '../checks/tools.mjs'
import { endChildren, inPackage } from '../steps/child.mjs'
import { build } from '../steps/prepare.mjs'
import { Problem, report } from '../steps/problem.mjs'
import { elapsed, step } from '../steps/progress.mjs'

const FAILED = { passed: 0, failed: 1 }

/** Builds the portal, which counts as one, and then does `work`. */
async function onBuild(work) {
  try {
    await step('build', build)
  } catch (error) {
    report(error)
    return FAILED
  }
  return addUp([{ passed: 1, failed: 0 }, await work()])
}

const journeys = (filters) =>
  onBuild(() => {
    const file = reportFile('e2e.json')
    const args = [inPackage('@playwright/test/cli.js'), 'test', '--config', 'tests/playwright.config.ts', ...filters]
    return live({ name: 'journeys', args, tallyOf: () => readTally(file, tallyOfPlaywright) })
  })

// Some two thousand operations, one kill each, one fault: what npm run test:concurrency does at length.
const BRIEFLY = ['--operations', '2000', '--kills', '1', '--faults', 'check-then-insert', '--fault-operations', '600']

const collisions = () =>
  onBuild(() => {
    const file = reportFile('concurrency.json')
    const args = ['scripts/test-concurrency.mjs', ...BRIEFLY]
    return live({ name: 'collisions', args, tallyOf: () => readTally(file, (tally) => tally) })
  })

const live = (tool) => runTool({ ...tool, isLive: true })

/** The integration tests; after all of them, whether together they showed every command in each of its ends. */
async function integration(filters) {
  const tally = await live(vitest('integration tests', 'tests/vitest.integration.config.ts', filters))
  if (filters.length > 0) return tally
  return addUp([tally, await live(vitest('outcomes of commands', 'tests/vitest.outcomes.config.ts'))])
}

const RUNNERS = {
  check: () => check(),
  unit: (filters) => live(vitest('unit tests', 'tests/vitest.config.ts', filters)),
  integration,
  e2e: journeys,
  concurrency: collisions,
}
const ALL = ['check', 'integration', 'e2e', 'concurrency'] // check has the unit tests in it

function chosen([flag, name, ...filters]) {
  if (flag === undefined) return { names: ALL, filters: [] }
  if (flag === '--only' && Object.hasOwn(RUNNERS, name ?? '')) return { names: [name], filters }
  throw new Problem(`Say nothing, or --only ${Object.keys(RUNNERS).join('|')} and words of file names.`)
}

async function runTests() {
  const { names, filters } = chosen(process.argv.slice(2))
  await prepareSources()
  const tallies = []
  for (const name of names) tallies.push(await RUNNERS[name](filters))
  return addUp(tallies)
}

/** Runs what the command line asks for; the last line is the plain sum. */
export async function main() {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      endChildren()
      process.exitCode = 130
    })
  }
  let tally = FAILED
  try {
    tally = await runTests()
  } catch (error) {
    report(error)
  }
  if (tally.failed > 0) process.exitCode ||= 1
  console.log(`\nafter ${elapsed()}\n${sentenceOf(tally)}`)
}
