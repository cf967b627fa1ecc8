import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { SpanProcessor } from '@opentelemetry/sdk-trace-node'
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node'

/** How a command can end. `journalled`: accepted, with an entry in the journal. */
export const outcomes = ['accepted', 'forbidden', 'refused', 'journalled'] as const
export type Outcome = (typeof outcomes)[number]

/** What one test file saw. */
type Seen = { file: string; ended: Record<string, Outcome[]> }

/** Where the test files of the last integration run left what they saw. */
const folder = path.join(import.meta.dirname, '../results/outcomes')

const forbidding = new Set([
  'platform.not-found',
  'platform.not-signed-in',
  'platform.second-factor',
  'platform.forbidden',
  'platform.scope',
  'identity.session-needed',
])

const seen = new Map<string, Set<Outcome>>()

const note = (name: string, outcome: Outcome) => seen.set(name, (seen.get(name) ?? new Set()).add(outcome))

const listener: SpanProcessor = {
  onStart: () => {},
  onEnd: ({ name, attributes, status }) => {
    const refusal = attributes['portal.refusal']
    if (typeof refusal === 'string') note(name, forbidding.has(refusal) ? 'forbidden' : 'refused')
    else if (status.code !== 2) note(name, 'accepted')
    if (attributes['portal.events']) note(name, 'journalled')
  },
  forceFlush: async () => {},
  shutdown: async () => {},
}

/** Listens to the spans of commands from now on: what a test really ran counts, whatever its title says. */
export const listen = (): void => new NodeTracerProvider({ spanProcessors: [listener] }).register()

/** Before a run: forgets the one before. */
export function forgetOutcomes(): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
}

/** Keeps what this test file saw for the end of the run. */
export function keepOutcomes(file: string): void {
  const ended = Object.fromEntries([...seen].map(([name, all]) => [name, [...all]]))
  const name = file.replaceAll(/[^\w.-]+/g, '_')
  writeFileSync(path.join(folder, `${name}.json`), JSON.stringify({ file, ended } satisfies Seen))
}

/** What was seen in the whole last run: the files that took part, and how each command ended in any of them. */
export function readOutcomes(): { files: ReadonlySet<string>; ended: ReadonlyMap<string, ReadonlySet<Outcome>> } {
  const all = readdirSync(folder).map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Seen)
  const whole = new Map<string, Set<Outcome>>()
  for (const { ended } of all)
    for (const [name, ends] of Object.entries(ended)) whole.set(name, new Set([...(whole.get(name) ?? []), ...ends]))
  return { files: new Set(all.map(({ file }) => file)), ended: whole }
}
