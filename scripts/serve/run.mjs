// Serves the standalone build in this process.
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import pino from 'pino'
import { Registry } from 'prom-client'
import { Problem, report } from '../steps/problem.mjs'
import { around, durations } from './around.mjs'
import { routeNames } from './route-names.mjs'
import { readSettings } from './settings.mjs'
import { shutDown } from './shutdown.mjs'

const HOME = path.resolve(import.meta.dirname, '../..')

/** The folder of the standalone build: the checkout's, or in an image the folder that holds the scripts. */
function standalone() {
  const found = [path.join(HOME, '.next/standalone'), HOME].find((folder) =>
    fs.existsSync(path.join(folder, 'server.js')),
  )
  if (!found) throw new Problem('The portal is not built yet: npm start builds and serves it.')
  return found
}

/** The very next server that is created, which is Next's, gets our listener around its own. */
function hookNextServer(parts) {
  const create = http.createServer
  return new Promise((resolve) => {
    http.createServer = (listener) => {
      http.createServer = create
      const server = create(around(listener, parts))
      resolve(server)
      return server
    }
  })
}

function endOnSignals(server, settings) {
  let ending = false
  const end = async () => {
    if (ending) return process.exit(1) // asked twice: at once
    ending = true
    await shutDown({ servers: [server], ...settings })
    process.exit(0)
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  // `npm start` holds a channel to us: when it is killed, nobody else would end us.
  if (process.channel) process.once('disconnect', end)
}

export async function main() {
  const settings = readSettings(process.env)
  const folder = standalone()
  const destination = pino.destination({ sync: false })
  const log = pino({ level: process.env.LOG_LEVEL || 'info', base: { pid: process.pid } }, destination)
  globalThis.portalFigures ??= new Registry()
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, '.next/routes-manifest.json'), 'utf8'))
  const parts = { settings, log, observe: durations(globalThis.portalFigures), routeOf: routeNames(manifest) }
  const server = hookNextServer(parts)
  // Next reads these; HOSTNAME cannot be ours to document, since shells and containers set it to the machine's name.
  Object.assign(process.env, { PORT: String(settings.port), HOSTNAME: settings.host, NEXT_MANUAL_SIG_HANDLE: 'true' })
  process.env.NODE_ENV = 'production'
  process.on('exit', () => destination.flushSync())
  await import(pathToFileURL(path.join(folder, 'server.js')).href)
  endOnSignals(await server, settings)
}

/** As `main`, with a failure told in one sentence. */
export const serve = () =>
  main().catch((error) => {
    report(error)
    process.exit(1)
  })
