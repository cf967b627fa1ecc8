// Ports of the loopback interface.
import net from 'node:net'
import { Problem } from './problem.mjs'

function listen(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(port, host, () => {
      const taken = server.address().port
      server.close(() => resolve(taken))
    })
  })
}

/** A port that nobody listens on at this moment. */
export const freePort = () => listen(0, '127.0.0.1')

/** The port number in `text`; a Problem when it is not one. */
export function parsePort(text) {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  throw new Problem(`PORT must be a number from 1 to 65535, not "${text}".`)
}

/** Throws a Problem when `port` cannot be listened on. */
export async function assertPortFree(port, host = '127.0.0.1') {
  try {
    await listen(port, host)
  } catch (error) {
    if (error.code === 'EACCES')
      throw new Problem(`Port ${port} may not be used by this user: choose another, for example PORT=3100 npm start.`)
    if (error.code !== 'EADDRINUSE') throw error
    throw new Problem(
      `Port ${port} is already in use: stop what listens there, or choose another, for example PORT=${port + 1} npm start.`,
    )
  }
}

/** Whether somebody answers on `port` of this machine within a second. */
export function isAnswered(port) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1', timeout: 1000 })
    const settle = (answered) => {
      socket.destroy()
      resolve(answered)
    }
    socket.once('connect', () => settle(true))
    socket.once('error', () => settle(false))
    socket.once('timeout', () => settle(false))
  })
}
