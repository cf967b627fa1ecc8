import type { Running } from '../child-server'
import type { Row } from '../report'
import type { Workload } from '../workload'

/** What a leg is given: everything runs, and was proven to be what it should be. */
export interface Scene {
  size: number
  databaseUrl: string
  portal: Running
  bare: Running
  bareNext: Running
  workload: Workload
  /** Seconds of load on each side of a comparison. */
  seconds: number
}

export type Leg = (scene: Scene) => Promise<Row[]>
