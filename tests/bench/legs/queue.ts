// A page of the queue of a hub with a hundred thousand requests: the portal's page, and its REST API, against a bare server that sends
// the queue's statement alone.

import { Problem } from '../../../scripts/steps/problem.mjs'
import { type QueuePage, type QueueScene, REQUESTS } from '../access/queue-scene'
import { connected } from '../database'
import { compare, type Side } from '../measure'
import { type Row, ratioRow } from '../report'

async function textOf({ origin, paths, headers }: Side): Promise<string> {
  const answer = await fetch(origin + paths[0], { headers: headers as Record<string, string>, redirect: 'error' })
  if (!answer.ok) throw new Problem(`${paths[0]} answered ${answer.status}.`)
  return answer.text()
}

type Shown = { items: { reference: string }[] }

/** Throws unless both show the same requests in the same order, on the page as well. */
async function assertSame({ what, page, api, bare }: QueuePage): Promise<void> {
  const [html, ours, theirs] = await Promise.all([page, api, bare].map(textOf))
  const listed = (JSON.parse(ours ?? '') as Shown).items.map(({ reference }) => reference)
  // The statement reads one more than is shown, to see whether there is another page.
  const read = (JSON.parse(theirs ?? '') as Shown).items.map(({ reference }) => reference).slice(0, listed.length)
  if (listed.length === 0 || listed.join() !== read.join())
    throw new Problem(`The portal and the baseline do not show the same requests (${what}).`)
  if (listed.some((reference) => !html?.includes(reference)))
    throw new Problem(`The page does not show what the API lists (${what}).`)
}

/** Throws unless the database saw the portal send, for the page, the very statement that the baseline sends. */
async function assertSent(databaseUrl: string, { what, statement, page }: QueuePage): Promise<void> {
  await textOf(page)
  const { rows } = await connected(databaseUrl, (db) =>
    db.query<{ query: string }>(
      "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'portal'",
    ),
  )
  if (!rows.some(({ query }) => query === statement))
    throw new Problem(`The portal sent another statement than the baseline does (${what}).`)
}

async function rowsOf(what: string, portal: Side, bare: Side, seconds: number): Promise<Row[]> {
  const result = await compare(portal, bare, seconds)
  return [
    ratioRow('queue', `${what} of ${REQUESTS} requests : bare http + pg, its statement alone`, result, null),
    {
      leg: 'queue',
      what: `${what}: p99 over that of the baseline`,
      portal: `p99 ${result.a.p99.toFixed(1)} ms`,
      baseline: `p99 ${result.b.p99.toFixed(1)} ms`,
      figure: (result.a.p99 / result.b.p99).toFixed(2),
      target: null,
      met: null,
    },
  ]
}

export async function queueLeg(scene: QueueScene): Promise<Row[]> {
  const rows: Row[] = []
  for (const one of scene.pages) {
    await assertSame(one)
    await assertSent(scene.databaseUrl, one)
    rows.push(...(await rowsOf(`${one.what}, HTML`, one.page, one.bare, scene.seconds)))
    rows.push(...(await rowsOf(`${one.what}, REST`, one.api, one.bare, scene.seconds)))
  }
  return rows
}
