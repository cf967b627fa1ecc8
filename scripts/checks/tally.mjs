// How many tests passed and failed, from the reports of the runners. A test that was skipped counts as failed, and so does
// a runner that ran nothing: a check that did not happen must not look like one that passed.
import fs from 'node:fs'

/** @typedef {{ passed: number, failed: number }} Tally */

const NOTHING_RAN = { passed: 0, failed: 1 }

/** @returns {Tally} */
export const addUp = (tallies) =>
  tallies.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  })

/** The plain line that ends a run. */
export const sentenceOf = ({ passed, failed }) => `${passed} passed, ${failed} failed`

/** From the JSON report of Vitest. A file that could not be loaded has no tests but counts as one failure. */
export function tallyOfVitest({ numTotalTests, numPassedTests, testResults }) {
  const unloadable = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  if (numTotalTests + unloadable === 0) return NOTHING_RAN
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests + unloadable }
}

/** From the JSON report of Playwright. Errors outside of tests count too. */
export function tallyOfPlaywright({ stats, errors }) {
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length
  if (stats.expected + failed === 0) return NOTHING_RAN
  return { passed: stats.expected, failed }
}

/** Reads `file` with `tallyOf`; a report that is missing or broken counts as one failure. */
export function readTally(file, tallyOf) {
  try {
    return tallyOf(JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch {
    return NOTHING_RAN
  }
}
