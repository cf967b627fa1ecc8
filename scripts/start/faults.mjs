// Ends with the list of what is missing or weak in the environment, before the long work begins.
import { faultsOf } from '../../lib/platform/env.ts'

const faults = faultsOf(process.env)
for (const fault of faults) console.error(`- ${fault}`)
process.exitCode = faults.length > 0 ? 1 : 0
