// Requests to the portals, as a program sends them: over kept connections, patient for a while.
import { randomUUID } from 'node:crypto'
import http from 'node:http'
import type { Attempt, Operation } from './history'

const PATIENCE_MS = 30_000

export interface Asker {
  /** Sends the operation to a portal once more, and keeps the attempt with it. Never throws. */
  attempt: (operation: Operation, token: string, portal: number) => Promise<Attempt>
  close: () => void
}

type Got = { status: number; text: string } | { fault: string }

function exchange(url: string, method: string, headers: http.OutgoingHttpHeaders, body: string, agent: http.Agent) {
  return new Promise<Got>((resolve) => {
    const fail = (error: Error & { code?: string }) => resolve({ fault: error.code ?? error.message })
    const request = http.request(url, { method, headers, agent, timeout: PATIENCE_MS }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
      })
      response.on('end', () =>
        // Half an answer is none.
        response.complete ? resolve({ status: response.statusCode ?? 0, text }) : resolve({ fault: 'cut off' }),
      )
      response.on('error', fail)
    })
    request.on('timeout', () => request.destroy(new Error(`no answer in ${PATIENCE_MS / 1000} s`)))
    request.on('error', fail)
    request.end(body)
  })
}

/** A fault of the portal tells nothing of what became of the request: it counts as no answer. */
function judged(got: Got): Pick<Attempt, 'answer' | 'fault'> {
  if ('fault' in got) return { answer: null, fault: got.fault }
  if (got.status >= 500 || got.status < 200) return { answer: null, fault: `status ${got.status}` }
  try {
    return { answer: { status: got.status, said: JSON.parse(got.text) }, fault: null }
  } catch {
    return { answer: null, fault: `status ${got.status} without JSON` }
  }
}

/** Asks these portals. `onAnswer` is told of each attempt when it is over. */
export function askerOf(origins: readonly string[], onAnswer: (operation: Operation, attempt: Attempt) => void): Asker {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 256 })
  return {
    close: () => agent.destroy(),
    attempt: async (operation, token, portal) => {
      const requestId = randomUUID()
      const body = operation.body ? JSON.stringify(operation.body) : ''
      const headers = {
        authorization: `Bearer ${token}`,
        'x-request-id': requestId,
        ...(operation.body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
        ...(operation.key && { 'idempotency-key': operation.key }),
      }
      const attempt: Attempt = { requestId, portal, sent: performance.now(), answered: 0, answer: null, fault: null }
      operation.attempts.push(attempt)
      const got = await exchange(`${origins[portal]}${operation.path}`, operation.method, headers, body, agent)
      Object.assign(attempt, judged(got), { answered: performance.now() })
      onAnswer(operation, attempt)
      return attempt
    },
  }
}
