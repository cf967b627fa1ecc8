// Runs checks side by side on the processors there are, each result printed when it is known.
import os from 'node:os'
import { run, tail } from '../steps/child.mjs'

/** A runner whose exit code says "failed" can never count as wholly passed, whatever its report says. */
export const honest = (code, tally) => (code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally)

/**
 * Runs one tool and prints its line, with its output when something failed.
 * @param {object} tool
 * @param {() => { passed: number, failed: number }} [tool.tallyOf]  reads the tool's own report; without it the tool counts one
 * @param {(output: string) => boolean} [tool.isRight]  whether an output with exit code 0 is to be believed
 * @param {boolean} [tool.isLive]  shows the output as it comes
 */
export async function runTool({ name, args, tallyOf, isRight = () => true, isLive = false }) {
  const onText = isLive ? (text) => process.stdout.write(text) : undefined
  const { code, output, seconds } = await run(process.execPath, args, { onText })
  const right = code === 0 && isRight(output)
  const tally = tallyOf ? honest(code, tallyOf()) : { passed: right ? 1 : 0, failed: right ? 0 : 1 }
  const count = tallyOf ? `, ${tally.passed} passed, ${tally.failed} failed` : ''
  console.log(`  ${tally.failed === 0 ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s${count})`)
  if (tally.failed > 0 && !isLive) console.log(tail(output).replace(/^/gm, '      '))
  return tally
}

/** Runs all `tools`, as many at once as there are processors. */
export async function runAll(tools) {
  const waiting = [...tools]
  const tallies = []
  const worker = async () => {
    for (let tool = waiting.shift(); tool; tool = waiting.shift()) tallies.push(await runTool(tool))
  }
  await Promise.all(Array.from({ length: os.availableParallelism() }, worker))
  return tallies
}
