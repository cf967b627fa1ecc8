// Processes ended as a crash or an operator's kill -9 ends them: at once, without a word.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** Every process with the id of its parent. */
function parents(): Map<number, number> {
  if (process.platform === 'linux') {
    const pids = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    return new Map(pids.flatMap((pid) => parentOnLinux(pid)))
  }
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  return new Map(stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number) as [number, number]))
}

function parentOnLinux(pid: string): [number, number][] {
  try {
    // The name of the program stands in brackets and may hold anything; state and parent follow the last of them.
    const [, parent] = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return [[Number(pid), Number(parent)]]
  } catch {
    return [] // it ended meanwhile
  }
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

/** Whether there is such a process that has not ended; one that waits for its parent to notice has. */
export function isRunning(pid: number): boolean {
  if (process.platform !== 'linux') return send(pid, 0 as unknown as NodeJS.Signals)
  try {
    const [state] = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return state !== 'Z' && state !== 'X'
  } catch {
    return false
  }
}

const PATIENCE_MS = 30_000

/** Kills these processes (SIGKILL) and waits until none of them runs; throws where one does not go. */
export async function killHard(pids: readonly number[]): Promise<void> {
  for (const pid of pids) send(pid, 'SIGKILL')
  for (const from = performance.now(); pids.some(isRunning); await wait(2))
    if (performance.now() - from > PATIENCE_MS)
      throw new Error(`${pids.filter(isRunning).join(', ')} outlived a kill -9`)
}

/** Kills a process and all its children at one blow: it is stopped first, so that it can start no other meanwhile. */
export async function killFamily(pid: number): Promise<number> {
  send(pid, 'SIGSTOP')
  const children = [...parents()].filter(([, parent]) => parent === pid).map(([child]) => child)
  await killHard([pid, ...children])
  return children.length + 1
}
