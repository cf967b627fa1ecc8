// Child processes whose output is kept, and shown only when they fail.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { Problem } from './problem.mjs'

export const ROOT = path.resolve(import.meta.dirname, '../..')
const KEPT_CHARACTERS = 200_000
const SHOWN_LINES = 80
const alive = new Set()

/** Ends every child still running; for Ctrl-C in the middle of the long work. */
export function endChildren() {
  for (const child of alive) child.kill('SIGTERM')
}

/** The environment of every child: no telemetry, no update checks. */
export const quietly = (env = process.env) => ({
  ...env,
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  NO_UPDATE_NOTIFIER: '1',
})

/**
 * Runs a program to its end.
 * @param {{ env?: NodeJS.ProcessEnv, onLine?: (text: string) => void, onMessage?: (message: unknown) => void }} options
 * @returns {Promise<{ code: number, output: string, seconds: number }>} code 1 also when a signal ended it
 */
export function run(program, args, { env, onText, onMessage } = {}) {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: quietly(env),
      stdio: ['ignore', 'pipe', 'pipe', ...(onMessage ? ['ipc'] : [])],
      shell: process.platform === 'win32' && program.endsWith('.cmd'),
    })
    let output = ''
    const keep = (text) => {
      output = (output + text).slice(-KEPT_CHARACTERS)
      onText?.(text)
    }
    alive.add(child)
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    if (onMessage) child.on('message', onMessage)
    child.on('error', reject)
    child.on('close', (code) => {
      alive.delete(child)
      resolve({ code: code ?? 1, output, seconds: (performance.now() - started) / 1000 })
    })
  })
}

/** The end of a long output, enough to see why it failed. */
export const tail = (output) => output.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n')

/** Runs a program that must succeed; otherwise shows the end of its output and throws the one sentence `failure`. */
export async function mustRun(failure, program, args, options) {
  const { code, output } = await run(program, args, options)
  if (code === 0) return output
  const error = new Problem(failure)
  error.output = output
  console.error(`\n${tail(output)}`)
  throw error
}

/** Path of a file inside an installed package, to run it with this very Node. */
export const inPackage = (file) => path.join(ROOT, 'node_modules', file)
