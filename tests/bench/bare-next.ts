// The bare Next application (bare-next/): the same Next as the portal's, with pages that hold next to nothing.
import fs from 'node:fs'
import path from 'node:path'
import { fingerprint, unlessCached } from '../../scripts/steps/cache.mjs'
import { inPackage, mustRun, ROOT } from '../../scripts/steps/child.mjs'
import { type Running, startChild } from './child-server'

const HERE = 'tests/bench/bare-next'
const SOURCES = [`${HERE}/app`, `${HERE}/next.config.mjs`, 'package-lock.json']

/** Builds it when its sources or the packages changed. */
export const buildBareNext = (): Promise<boolean> =>
  unlessCached(`${HERE}/.next/bench.stamp`, fingerprint(SOURCES), async () => {
    const env = { ...process.env, NODE_ENV: 'production' as const }
    await mustRun(
      'The bare Next application could not be built.',
      process.execPath,
      [inPackage('next/dist/bin/next'), 'build', HERE],
      { env },
    )
    const standalone = path.join(ROOT, HERE, '.next/standalone', HERE)
    fs.cpSync(path.join(ROOT, HERE, '.next/static'), path.join(standalone, '.next/static'), { recursive: true })
  })

/** Starts it; `env` names the database and the workload of its list. */
export const startBareNext = (env: Record<string, string>): Promise<Running> =>
  startChild('bare Next server', [`${HERE}/.next/standalone/${HERE}/server.js`], env, '/')
