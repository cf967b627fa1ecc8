// npm start: from a clone to a served portal.
import path from 'node:path'
import { ROOT } from '../steps/child.mjs'
import { build } from '../steps/prepare.mjs'
import { Problem, report } from '../steps/problem.mjs'
import { elapsed, step } from '../steps/progress.mjs'
import { startServer } from '../steps/server.mjs'
import { LOG, prepare, undoing } from './preparation.mjs'

/** Where it is, who may come in, how to stop. */
function welcome({ env, port, people }) {
  const address = env.PORTAL_MODE === 'demonstration' ? `http://localhost:${port}` : env.PORTAL_ORIGIN
  const lines = ['', `The portal is at ${address} (${elapsed()})`]
  if (people.length > 0) {
    lines.push(`Demonstration with invented people: sign in at ${address}/sign-in as`)
    lines.push(...people.map(({ name, department }) => `  ${name} (${department})`))
    lines.push(`Log: ${path.relative(ROOT, LOG)}`)
  }
  console.log([...lines, 'Ctrl-C stops it.', ''].join('\n'))
}

async function start(undo) {
  const prepared = await prepare(process.env, undo)
  await step('build', build)
  const demonstration = prepared.env.PORTAL_MODE === 'demonstration'
  const server = await step('server', () => startServer({ ...prepared, logFile: demonstration ? LOG : undefined }))
  undo.later(server.stop)
  welcome(prepared)
  await server.ended
  if (!undo.hasBegun()) throw new Problem('The portal ended by itself: see its log.')
}

/** Runs `work(undo)` and undoes everything at its end, at its failure, or when asked to stop by a signal. */
export async function main(work = start) {
  const undo = undoing()
  const stop = async (signal) => {
    if (undo.hasBegun()) return
    console.log('\nStopping …')
    await undo.undo().catch(report)
    process.exit(process.exitCode ?? (signal === 'SIGHUP' ? 129 : 0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  try {
    await work(undo)
  } catch (error) {
    if (!undo.hasBegun()) report(error)
  }
  await undo.undo().catch(report)
}
