// What Lighthouse says of the pages that most people see: its own preset for a phone on a slow network, as it comes.
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { freePort } from '../../../scripts/steps/port.mjs'
import { Problem } from '../../../scripts/steps/problem.mjs'
import { findBrowser } from '../../support/browser.mjs'
import { quantile } from '../measure'
import type { Row } from '../report'
import type { Leg } from './leg'

const categories = ['performance', 'accessibility', 'best-practices'] as const
type Category = (typeof categories)[number]

const LEAST = 95
const RUNS = 3

const pages = [
  { name: 'home', path: '/' },
  { name: 'search page', path: '/datasets' },
  { name: 'dataset page', path: '/datasets/bench-1' },
] as const

interface Run {
  scores: Record<Category, number>
  /** What kept a category from a full score. */
  lost: string[]
}

async function runOf(url: string, port: number): Promise<Run> {
  const result = await lighthouse(url, { port, logLevel: 'error', onlyCategories: [...categories] })
  if (!result) throw new Problem(`Lighthouse said nothing of ${url}.`)
  const { lhr } = result
  if (lhr.runtimeError) throw new Problem(`Lighthouse could not read ${url}: ${lhr.runtimeError.message}`)
  const scoreOf = (name: Category) => Math.round((lhr.categories[name]?.score ?? 0) * 100)
  const counted = new Set(
    categories
      .flatMap((name) => (lhr.categories[name]?.auditRefs ?? []).filter(({ weight }) => weight > 0))
      .map(({ id }) => id),
  )
  const lost = Object.values(lhr.audits).filter(({ id, score }) => counted.has(id) && score !== null && score < 0.9)
  return {
    scores: {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
    },
    lost: lost.map(({ id }) => id),
  }
}

function rowsOf(name: string, runs: readonly Run[]): Row[] {
  const lost = [...new Set(runs.flatMap((run) => run.lost))].join(', ')
  return categories.map((category) => {
    const scores = runs.map((run) => run.scores[category])
    const score = quantile(scores, 0.5)
    return {
      leg: 'lighthouse',
      what: `${category} of the ${name}${score < LEAST ? ` (${lost})` : ''}`,
      portal: scores.join(', '),
      baseline: '–',
      figure: String(score),
      target: `≥ ${LEAST}`,
      met: score >= LEAST,
    }
  })
}

export const lighthouseLeg: Leg = async ({ portal }) => {
  const { launch } = await findBrowser()
  const port = await freePort()
  const browser = await chromium.launch({ ...launch, args: [...launch.args, `--remote-debugging-port=${port}`] })
  try {
    const rows: Row[] = []
    for (const { name, path } of pages) {
      const runs: Run[] = []
      for (let run = 0; run < RUNS; run += 1) runs.push(await runOf(portal.origin + path, port))
      rows.push(...rowsOf(name, runs))
    }
    return rows
  } finally {
    await browser.close()
  }
}
