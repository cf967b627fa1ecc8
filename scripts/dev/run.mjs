// npm run dev: prepared as for npm start, then served by Next with live changes.
import { spawn } from 'node:child_process'
import { prepare } from '../start/preparation.mjs'
import { main } from '../start/run.mjs'
import { inPackage, quietly, ROOT } from '../steps/child.mjs'

async function develop(undo) {
  const { env, port } = await prepare(process.env, undo)
  const args = [inPackage('next/dist/bin/next'), 'dev', '--port', String(port), '--hostname', 'localhost']
  const child = spawn(process.execPath, args, { cwd: ROOT, env: quietly(env), stdio: 'inherit' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  undo.later(() => {
    child.kill('SIGTERM')
    return ended
  })
  await ended
}

/** Serves until stopped. */
export const serveLive = () => main(develop)
