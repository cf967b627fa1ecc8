import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import { registerSystem } from '@/lib/access/commands/systems'
import { newsKinds } from '@/lib/access/rules/use'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { tasks } from '@/lib/reactions/tasks'
import { administrator } from '../projects/projects'

export type Heard = {
  headers: http.IncomingHttpHeaders
  body: string
  said: { type: string; data: Record<string, unknown> }
}
type Answering = (response: http.ServerResponse, heard: Heard) => void

/** A system of somebody else: a real server that keeps what it hears and answers as it is told. */
export async function listener() {
  const heard: Heard[] = []
  const state: { answer: Answering } = { answer: (response) => response.end('{"ok":true}') }
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const one = { headers: request.headers, body, said: JSON.parse(body) as Heard['said'] }
      heard.push(one)
      state.answer(response, one)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = `http://localhost:${(server.address() as AddressInfo).port}/hook`
  return { heard, url, answer: (how: Answering) => Object.assign(state, { answer: how }) }
}

/** A system that is told everything, at this address; with the secret that was shown once. */
export async function connected(url: string, changes: object = {}) {
  const admin = await administrator()
  const wish = { name: `Archive ${newId()}`, url, events: [...newsKinds], ...changes }
  const { id, token } = await registerSystem({ ...admin, now: new Date() }, wish)
  return { id, secret: token, admin: { ...admin, now: new Date() } }
}

/** Does what is due of webhooks, as the worker would: all of it at once. */
export async function deliver(): Promise<void> {
  const jobs = await db().$queryRaw<{ payload: object }[]>`
    SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE t.identifier = 'due:webhook' AND j.run_at <= now()`
  await Promise.all(jobs.map(({ payload }) => tasks['due:webhook']?.(payload, undefined as never)))
}

export const deliveriesTo = (systemId: string) =>
  db().accessDelivery.findMany({ where: { systemId }, include: { tries: true }, orderBy: { id: 'asc' } })

/** Makes a system and all that waits for it due now, as if their waits had passed. */
export async function afterTheWait(systemId: string): Promise<void> {
  const past = new Date(0)
  await db().accessSystem.update({ where: { id: systemId }, data: { nextAt: past, leasedUntil: null } })
  await db().accessDelivery.updateMany({ where: { systemId }, data: { nextAt: past } })
}
