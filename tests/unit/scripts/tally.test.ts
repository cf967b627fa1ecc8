import { expect, test } from 'vitest'
import { honest } from '../../../scripts/checks/pool.mjs'
import { addUp, readTally, sentenceOf, tallyOfPlaywright, tallyOfVitest } from '../../../scripts/checks/tally.mjs'
import { readSomething } from '../../../scripts/checks/tools.mjs'

const file = (status: string, tests: number) => ({ status, assertionResults: Array(tests).fill({}) })
const vitest = (numTotalTests: number, numPassedTests: number, testResults: unknown[]) =>
  tallyOfVitest({ numTotalTests, numPassedTests, testResults })
const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }

test('what did not pass has failed, skipped tests too', () => {
  expect(vitest(10, 10, [file('passed', 10)])).toEqual({ passed: 10, failed: 0 })
  expect(vitest(10, 7, [file('failed', 10)])).toEqual({ passed: 7, failed: 3 })
  expect(
    tallyOfPlaywright({ stats: { ...stats, expected: 5, unexpected: 1, flaky: 1, skipped: 1 }, errors: [] }),
  ).toEqual({
    passed: 5,
    failed: 3,
  })
})

test('a file that could not be loaded is a failure', () => {
  expect(vitest(4, 4, [file('passed', 4), file('failed', 0)])).toEqual({ passed: 4, failed: 1 })
  expect(tallyOfPlaywright({ stats, errors: [{ message: 'SyntaxError' }] })).toEqual({ passed: 0, failed: 1 })
})

test('a runner that ran nothing, or left no report, has failed', () => {
  expect(vitest(0, 0, [])).toEqual({ passed: 0, failed: 1 })
  expect(tallyOfPlaywright({ stats, errors: [] })).toEqual({ passed: 0, failed: 1 })
  expect(readTally('/there/is/no/report.json', tallyOfVitest)).toEqual({ passed: 0, failed: 1 })
})

test('an exit code of failure is believed over a report of success', () => {
  expect(honest(1, { passed: 9, failed: 0 })).toEqual({ passed: 9, failed: 1 })
  expect(honest(1, { passed: 9, failed: 2 })).toEqual({ passed: 9, failed: 2 })
  expect(honest(0, { passed: 9, failed: 0 })).toEqual({ passed: 9, failed: 0 })
})

test('the map is not believed when nothing was read', () => {
  expect(readSomething('✔ no dependency violations found (0 modules, 0 dependencies cruised)')).toBe(false)
  expect(readSomething('✔ no dependency violations found (89 modules, 210 dependencies cruised)')).toBe(true)
})

test('the sum of all runners, in the words that end a run', () => {
  expect(
    sentenceOf(
      addUp([
        { passed: 2, failed: 0 },
        { passed: 3, failed: 1 },
      ]),
    ),
  ).toBe('5 passed, 1 failed')
})
