// Prepares what the checks read, runs them side by side, and tells how many passed.
import { install } from '../steps/install.mjs'
import { generate, generateRouteTypes } from '../steps/prepare.mjs'
import { report } from '../steps/problem.mjs'
import { elapsed, step } from '../steps/progress.mjs'
import { runAll } from './pool.mjs'
import { addUp, sentenceOf } from './tally.mjs'
import { tools } from './tools.mjs'

/** Installs and generates what the tools read. */
export async function prepareSources() {
  await step('packages', install)
  await step('database client', generate)
  await step('types of the routes', generateRouteTypes)
}

/** Runs every check; @returns {Promise<{ passed: number, failed: number }>} each tool counts one, unit tests one each */
export const check = async () => addUp(await runAll(tools()))

export async function main() {
  try {
    await prepareSources()
    const tally = await check()
    console.log(`\n${sentenceOf(tally)} in ${elapsed()}`)
    if (tally.failed > 0) process.exitCode = 1
  } catch (error) {
    report(error)
  }
}
