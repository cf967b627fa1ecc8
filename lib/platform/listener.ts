import 'server-only'
import pg from 'pg'
import { env } from './env'
import { log } from './log'

/** Told each message of a channel. Null: from here on nothing is missed, but what was before may have been; read it all again. */
export type Hearer = (payload: string | null) => void
type Line = { readonly hearers: Set<Hearer>; client: pg.Client | null; listening: boolean; ended: boolean }

const held = globalThis as typeof globalThis & { portalLines?: Map<string, Line> }
const PING_MS = 30_000
const RETRY_MS = [100, 250, 1000, 3000]

/** Resolves when the connection is lost. A peer that is gone without a word is found by a question that it leaves open. */
function loss(client: pg.Client): Promise<void> {
  return new Promise((resolve) => {
    const ask = setInterval(() => client.query('SELECT 1').catch(() => lost()), PING_MS)
    const lost = () => {
      clearInterval(ask)
      resolve()
    }
    client.once('end', lost)
    client.on('error', lost)
  })
}

function connection(): pg.Client {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: 'portal-listener',
    connectionTimeoutMillis: 5000,
    query_timeout: 10_000,
    keepAlive: true,
  })
  client.on('error', () => {})
  return client
}

const tell = ({ hearers }: Line, payload: string | null): void => {
  for (const hear of hearers) hear(payload)
}

/** Listens until the connection is lost or the line ended; throws where it could not even begin. */
async function listenOnce(channel: string, line: Line): Promise<void> {
  const client = connection()
  line.client = client
  try {
    await client.connect()
    client.on('notification', ({ payload = '' }) => tell(line, payload))
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`)
    const lost = loss(client)
    line.listening = true
    tell(line, null)
    await lost
  } finally {
    line.listening = false
    client.end().catch(() => {})
  }
}

async function keepListening(channel: string, line: Line): Promise<void> {
  for (let failures = 0; !line.ended; failures += 1) {
    try {
      await listenOnce(channel, line)
      failures = 0
      if (!line.ended) log().warn({ channel }, 'the connection that listens was lost')
    } catch (error) {
      if (failures === 1) log().warn({ err: error, channel }, 'the database cannot be listened to')
    }
    if (!line.ended)
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS[Math.min(failures, RETRY_MS.length - 1)]))
  }
}

function lineTo(channel: string): Line {
  held.portalLines ??= new Map()
  const known = held.portalLines.get(channel)
  if (known) return known
  const line: Line = { hearers: new Set(), client: null, listening: false, ended: false }
  held.portalLines.set(channel, line)
  void keepListening(channel, line)
  return line
}

/**
 * Hears what is sent to a channel (NOTIFY) by whichever process, over one connection of this process for all who hear; it is made
 * anew when it is lost. `hear` is told null as soon as nothing is missed any more: at first, and after each loss.
 * @returns ends the hearing
 */
export function listenTo(channel: string, hear: Hearer): () => void {
  const line = lineTo(channel)
  line.hearers.add(hear)
  if (line.listening) hear(null)
  return () => line.hearers.delete(hear)
}

/** Ends the connections of this process that listen, for one that must end. */
export async function stopListening(): Promise<void> {
  const lines = [...(held.portalLines?.values() ?? [])]
  held.portalLines = undefined
  for (const line of lines) line.ended = true
  await Promise.all(lines.map(({ client }) => client?.end().catch(() => {})))
}
