// A door between the portal and its database, through which every statement passes: to change some of them on their way, or to write
// down what the portal really sends. The portal knows nothing of it: its DATABASE_URL leads here.
import { once } from 'node:events'
import net from 'node:net'
import { bindingOf, bytesOf, messageReader, type Statement, statementOf, withStatement } from './messages'

export interface StatementProxy {
  /** The address of a database through this door. */
  url: string
  /** How many statements were changed. */
  changed: () => number
  close: () => Promise<void>
}

export interface Passing {
  /** Another text for a statement, or the same. */
  rewrite?: (text: string) => string
  /** Told of each statement that is executed, in the order of its connection. */
  onStatement?: (connection: number, statement: Statement) => void
}

/** Opens a door to the database at `databaseUrl`, on a free port of the loopback. */
export async function openProxy(databaseUrl: string, { rewrite, onStatement }: Passing): Promise<StatementProxy> {
  const target = new URL(databaseUrl)
  const sockets = new Set<net.Socket>()
  let changed = 0
  let connections = 0
  const passing = (connection: number) => {
    const read = messageReader()
    const prepared = new Map<string, string>()
    return (chunk: Buffer): Buffer =>
      Buffer.concat(
        read(chunk).map((message) => {
          const statement = statementOf(message)
          if (statement && message.type === 'P') prepared.set(statement.name, statement.text)
          if (statement && message.type === 'Q')
            onStatement?.(connection, { name: '', text: statement.text, values: [] })
          const bound = bindingOf(message)
          if (bound) onStatement?.(connection, { ...bound, text: prepared.get(bound.name) ?? '' })
          const text = statement && rewrite ? rewrite(statement.text) : statement?.text
          if (statement === null || text === undefined || text === statement.text) return bytesOf(message)
          changed += 1
          return bytesOf(withStatement(message, text))
        }),
      )
  }
  const server = net.createServer((client) => {
    connections += 1
    const pass = passing(connections)
    const database = net.connect(Number(target.port), target.hostname)
    for (const socket of [client, database]) sockets.add(socket.setNoDelay(true))
    client.on('data', (chunk) => database.write(pass(chunk)))
    database.on('data', (chunk) => client.write(chunk))
    const end = () => {
      for (const socket of [client, database]) {
        socket.destroy()
        sockets.delete(socket)
      }
    }
    for (const socket of [client, database]) socket.on('error', end).on('close', end)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const url = new URL(databaseUrl)
  url.port = String((server.address() as net.AddressInfo).port)
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: url.href, changed: () => changed, close }
}
