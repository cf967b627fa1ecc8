// Whether a person with two hundred requests may use a dataset now: the portal's REST API against a bare server that sends the same statements.
import { REQUESTS, type VerdictScene } from '../access/scene'
import { compare } from '../measure'
import { type Row, ratioRow } from '../report'

export async function verdictLeg({ statements, portal, bare, seconds }: VerdictScene): Promise<Row[]> {
  const result = await compare(portal, bare, seconds)
  const what = `verdicts for a person with ${REQUESTS} requests : bare http + pg, the same ${statements.length} statements`
  return [
    ratioRow('verdict', what, result, null),
    {
      leg: 'verdict',
      what: 'verdict: p99 over that of the baseline',
      portal: `p99 ${result.a.p99.toFixed(1)} ms`,
      baseline: `p99 ${result.b.p99.toFixed(1)} ms`,
      figure: (result.a.p99 / result.b.p99).toFixed(2),
      target: null,
      met: null,
    },
  ]
}
