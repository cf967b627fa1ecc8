// What is printed of a run, and how many of its promises held.
import fs from 'node:fs'
import { reportFile } from '../../scripts/checks/tools.mjs'
import { audit, endsOf, type Promised, promises } from './audit'
import { acts } from './history'
import type { Kill } from './kills'
import type { Done, Run } from './run'

export interface Tally {
  passed: number
  failed: number
}

const SHOWN = 3
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`

/** Tells of a kill, once what was killed answers again. */
export function tellKill({ what, portal, after, ready, answers }: Kill): void {
  const who = what === 'portal' ? `portal ${portal + 1}` : 'the database'
  const write = answers === null ? 'no write was answered since' : `the next write answered after ${seconds(answers)}`
  console.log(`    ${who} killed after ${after} operations: up again after ${seconds(ready)}, ${write}`)
}

/** The most frequent first. */
const inWords = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')

function tellWork({ operations, worked }: Done): void {
  const { accepted, refused, codes, acts, open, lostAttempts, limited } = endsOf(operations)
  const rate = (operations.length / worked) * 1000
  console.log(
    `    ${operations.length} operations in ${seconds(worked)} (${rate.toFixed(0)} a second): ${accepted} accepted (${inWords(acts)}),`,
  )
  console.log(`    ${refused} refused (${inWords(codes)}), ${open} told nothing;`)
  console.log(`    ${lostAttempts} attempts got no answer, ${limited} were told to wait`)
}

/** One thing that was to be so: prints it, with what was found against it, and counts it. */
function held(name: string, found: readonly string[]): Tally {
  console.log(`  ${found.length === 0 ? '✓' : '✗'} ${name}`)
  for (const text of found.slice(0, SHOWN)) console.log(`      ${text}`)
  if (found.length > SHOWN) console.log(`      and ${found.length - SHOWN} more`)
  return { passed: found.length === 0 ? 1 : 0, failed: found.length === 0 ? 0 : 1 }
}

const unless = (isSo: boolean, text: string): string[] => (isSo ? [] : [text])

/** Whether the run was what it should be: so many operations, kills and collisions. */
function judgeEffort(run: Run, { operations, kills }: Done): Tally[] {
  const { accepted, refused, acts: done } = endsOf(operations)
  // A week that runs can be released only where the run has one: not on a Monday morning.
  const missing = acts.filter((act) => act !== 'release' && !done.has(act))
  const answered = accepted + refused
  const killed = (what: Kill['what']) => kills.filter((kill) => kill.what === what && kill.answers !== null).length
  const wanted = `${run.operations} operations by ${run.clients} clients were answered, and most of them collided`
  const kinds = `portals were killed ${run.kills.portals} times, the database ${run.kills.database}, and each answered again`
  return [
    held(wanted, [
      ...unless(answered >= run.operations, `only ${answered} were answered`),
      ...unless(accepted < answered / 2, `${accepted} of ${answered} were accepted`),
      ...unless(accepted > answered / 20, `only ${accepted} of ${answered} were accepted`),
    ]),
    held('every kind of act was carried out', [
      ...unless(missing.length === 0, `never accepted: ${missing.join(', ')}`),
    ]),
    held(kinds, [
      ...unless(killed('portal') >= run.kills.portals, `portals: ${killed('portal')}`),
      ...unless(killed('database') >= run.kills.database, `database: ${killed('database')}`),
    ]),
  ]
}

/** Keeps what happened where it can be looked at. */
function keep({ name, seed }: Run, { operations, evidence, log }: Done): void {
  const file = reportFile(`concurrency-${name}-${seed}.json`)
  fs.writeFileSync(file, JSON.stringify({ operations, evidence, log }))
  console.log(`    what happened is kept in ${file}`)
}

/** The sound portal: every promise must hold. */
export function judgeSound(run: Run, done: Done): Tally[] {
  tellWork(done)
  const { about, ...findings } = audit(done.bookable, done.operations, done.evidence)
  const { tookEffect, didNot } = about.unknown
  console.log(
    `    of what attempts without an answer left open, ${tookEffect} took effect and ${didNot} did not, says the journal`,
  )
  const tallies = [
    ...judgeEffort(run, done),
    ...Object.entries(promises).map(([name, text]) => held(text, findings[name as Promised])),
  ]
  if (tallies.some(({ failed }) => failed > 0)) keep(run, done)
  return tallies
}

/** A portal with a fault: the promise that it breaks must be found broken. */
export function judgeFault(run: Run, done: Done): Tally[] {
  const { fault } = run
  if (!fault) return []
  tellWork(done)
  const { about: _, ...findings } = audit(done.bookable, done.operations, done.evidence)
  const broken = Object.keys(findings).filter((name) => findings[name as Promised].length > 0)
  const found = findings[fault.breaks]
  console.log(`    found broken: ${broken.join(', ') || 'nothing'}${found[0] ? `; ${found[0]}` : ''}`)
  const isMade = !fault.passing || done.changed > 0
  return [
    held(`${run.name} is caught: it is found that "${promises[fault.breaks]}" does not hold`, [
      ...unless(isMade, 'the fault was never made: no statement was changed'),
      ...unless(found.length > 0, `${found.length} violations were found in ${done.operations.length} operations`),
    ]),
  ]
}
