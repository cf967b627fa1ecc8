// npm run test:concurrency: a crowd of clients books, moves, cancels and undoes through the REST API while portals and database are
// killed; afterwards everything that was promised is held against what was kept. Then once more with each deliberate fault. See README.md.
import fs from 'node:fs'
import { addUp, sentenceOf } from '../../scripts/checks/tally.mjs'
import { reportFile } from '../../scripts/checks/tools.mjs'
import { build } from '../../scripts/steps/prepare.mjs'
import { report } from '../../scripts/steps/problem.mjs'
import { elapsed, step } from '../../scripts/steps/progress.mjs'
import { faults } from './faults'
import { type Options, readOptions } from './options'
import { carryOut, type Run } from './run'
import { judgeFault, judgeSound, type Tally, tellKill } from './verdict'

async function runSound(run: Run): Promise<Tally[]> {
  const kills = `${run.kills.portals} kills of portals, ${run.kills.database} of the database`
  console.log(
    `\nthe portal as it is: ${run.clients} clients, ${run.portals} portals, ${run.operations} operations, ${kills}`,
  )
  return judgeSound(run, await carryOut(run, tellKill))
}

async function runFault(run: Run): Promise<Tally[]> {
  console.log(`\n${run.name}: ${run.fault?.about}`)
  return judgeFault(run, await carryOut(run, tellKill))
}

async function runAll(options: Options): Promise<Tally[]> {
  const { seed, clients, portals, kills, operations } = options
  const common = { seed, clients, portals }
  console.log(`  seed ${seed}`)
  const tallies: Tally[] = []
  if (options.sound) {
    const run = { ...common, name: 'sound', operations, kills: { portals: kills, database: kills }, fault: null }
    tallies.push(...(await runSound(run)))
  }
  for (const name of options.faults) {
    const fault = faults[name]
    const counts = { portals: 0, database: fault.databaseKills }
    const run = { ...common, name, operations: options.faultOperations, kills: counts, fault }
    tallies.push(...(await runFault(run)))
  }
  return tallies
}

/** Runs what the command line asks for; the last line is the plain sum. */
export async function main(args: readonly string[]): Promise<void> {
  let tally: Tally = { passed: 0, failed: 1 }
  try {
    const options = readOptions(args)
    await step('build', build)
    tally = addUp(await runAll(options))
  } catch (error) {
    report(error)
  }
  if (tally.passed === 0 || tally.failed > 0) process.exitCode ||= 1
  fs.writeFileSync(reportFile('concurrency.json'), JSON.stringify(tally))
  console.log(`\nafter ${elapsed()}\n${sentenceOf(tally)}`)
}
