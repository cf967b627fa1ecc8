import { parseArgs } from 'node:util'
import { Problem } from '../../scripts/steps/problem.mjs'
import { type FaultName, faultNames } from './faults'

export interface Options {
  /** What chance is drawn from. */
  seed: number
  /** How many operations of the sound run are to be answered. */
  operations: number
  /** And of each run with a fault. */
  faultOperations: number
  clients: number
  portals: number
  /** Of portals and of the database, each. */
  kills: number
  /** Whether the sound run is made. */
  sound: boolean
  faults: readonly FaultName[]
}

export const usage =
  'npm run test:concurrency -- [--seed 1] [--operations 20000] [--clients 32] [--portals 2] [--kills 5] ' +
  `[--fault-operations 1500] [--faults ${faultNames.join(',')}|none] [--faults-only]`

function natural(name: string, text: string, least: number): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < least)
    throw new Problem(`${name} is a whole number from ${least}: ${usage}`)
  return number
}

function faultsIn(text: string): FaultName[] {
  if (text === 'none') return []
  const wanted = text.split(',').map((name) => name.trim())
  return wanted.map((name) => {
    const known = faultNames.find((one) => one === name)
    if (!known) throw new Problem(`There is no fault ${name}: ${usage}`)
    return known
  })
}

/** The options of the command line; a Problem when one cannot be understood. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      operations: { type: 'string', default: '20000' },
      'fault-operations': { type: 'string', default: '1500' },
      clients: { type: 'string', default: '32' },
      portals: { type: 'string', default: '2' },
      kills: { type: 'string', default: '5' },
      faults: { type: 'string', default: faultNames.join(',') },
      'faults-only': { type: 'boolean', default: false },
    },
  })
  return {
    seed: natural('The seed', values.seed, 0),
    operations: natural('The number of operations', values.operations, 1),
    faultOperations: natural('The number of operations with a fault', values['fault-operations'], 1),
    clients: natural('The number of clients', values.clients, 1),
    portals: natural('The number of portals', values.portals, 1),
    kills: natural('The number of kills', values.kills, 0),
    sound: !values['faults-only'],
    faults: faultsIn(values.faults),
  }
}
