import { parseArgs } from 'node:util'
import { Problem } from '../../scripts/steps/problem.mjs'

export const legNames = [
  'dataset',
  'search-api',
  'search-page',
  'type-ahead',
  'growth',
  'first-page',
  'javascript',
  'lighthouse',
  'booking',
  'sheet',
  'verdict',
  'queue',
] as const
export type LegName = (typeof legNames)[number]

export interface Options {
  /** Numbers of datasets, ascending. */
  sizes: number[]
  only: readonly LegName[]
  /** How long each side of each comparison is loaded, in seconds, over all rounds. */
  seconds: number
  /** Whether to make the databases anew. */
  fresh: boolean
}

export const usage = `npm run bench -- [--sizes 1000,100000] [--only ${legNames.join(',')}] [--seconds 10] [--fresh]`

const list = (text: string | undefined) =>
  (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')

/** The options of the command line; a Problem when one cannot be understood. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: '1000,100000,1000000' },
      only: { type: 'string', default: legNames.join(',') },
      seconds: { type: 'string', default: '10' },
      fresh: { type: 'boolean', default: false },
    },
  })
  const sizes = list(values.sizes)
    .map(Number)
    .sort((a, b) => a - b)
  const only = list(values.only).map((name) => legNames.find((known) => known === name))
  const seconds = Number(values.seconds)
  const known = only.filter((name) => name !== undefined)
  if (sizes.length === 0 || sizes.some((size) => !Number.isInteger(size) || size < 100))
    throw new Problem(`Sizes are whole numbers from 100: ${usage}`)
  if (known.length < only.length || known.length === 0) throw new Problem(`There is no such leg: ${usage}`)
  if (!(seconds >= 1)) throw new Problem(`Seconds are a number from 1: ${usage}`)
  return { sizes, only: known, seconds, fresh: values.fresh }
}
