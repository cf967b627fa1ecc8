import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { type Actor, isPerson } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isRefusal, notFound, type Refusal } from '@/lib/platform/refusal'
import { mayKeepSystems } from '../policy/systems'
import { endingKinds, stateOfDelivery } from '../rules/deliveries'
import { DeliveryPage, OneSystem } from '../schema/systems'

const pageSize = 50

function keepers(actor: Actor): 'all' | Refusal {
  const permission = mayKeepSystems(actor)
  if (isRefusal(permission)) return permission
  return permission && isPerson(actor) ? 'all' : notFound()
}

const open = { acknowledgedAt: null, supersededAt: null } as const
const taken = { in: [...endingKinds] }
const columns = {
  id: true,
  name: true,
  url: true,
  events: true,
  enabled: true,
  revision: true,
  createdAt: true,
  faults: true,
  nextAt: true,
  _count: { select: { deliveries: { where: open } } },
} as const

/** Every connected system, with how much it has not acknowledged, and of that how much takes something away. For hub administrators. */
export const systems = query({
  name: 'access.systems',
  input: z.object({}),
  scope: ({ actor }) => keepers(actor),
  read: async () => {
    const rows = await db().accessSystem.findMany({
      where: { removedAt: null },
      select: columns,
      orderBy: { name: 'asc' },
    })
    const withdrawals = await db().accessDelivery.groupBy({
      by: ['systemId'],
      where: { ...open, kind: taken },
      _count: true,
    })
    const countOf = new Map(withdrawals.map(({ systemId, _count }) => [systemId, _count]))
    return rows.map(({ _count, ...row }) => ({
      ...row,
      waiting: _count.deliveries,
      withdrawalsWaiting: countOf.get(row.id) ?? 0,
    }))
  },
})

export type Systems = Awaited<ReturnType<typeof systems>>

/** One connected system. For hub administrators. */
export const oneSystem = query({
  name: 'access.one-system',
  input: OneSystem,
  scope: ({ actor }) => keepers(actor),
  read: async (_, { system: id }) => {
    const found = await db().accessSystem.findUnique({ where: { id, removedAt: null }, select: columns })
    if (!found) return null
    const { _count, ...row } = found
    return { ...row, waiting: _count.deliveries }
  },
})

export type OneSystemRead = Awaited<ReturnType<typeof oneSystem>>

type Row = {
  id: string
  kind: string
  sequence: number
  createdAt: Date
  acknowledgedAt: Date | null
  supersededAt: Date | null
  attempts: number
  nextAt: Date
  grantId: string
  reference: string
  dataset: string
  person: string
  tries: {
    number: number
    at: string
    status: number | null
    fault: string | null
    answer: string
    milliseconds: number
  }[]
}

/** What a system was told, the newest first, each with its last ten tries and what was answered. For hub administrators. */
export const deliveries = query({
  name: 'access.deliveries',
  input: DeliveryPage,
  scope: ({ actor }) => keepers(actor),
  read: async (_, { system, open, cursor }) => {
    const known = await db().accessSystem.count({ where: { id: system, removedAt: null } })
    if (known === 0) return null
    const rows = await db().$queryRaw<Row[]>`
      SELECT v.id, v.kind, v.sequence, v.created_at AS "createdAt", v.acknowledged_at AS "acknowledgedAt",
        v.superseded_at AS "supersededAt", v.attempts, greatest(v.next_at, s.next_at) AS "nextAt", v.grant_id AS "grantId", r.reference, d.slug AS dataset,
        h.name AS person, coalesce((SELECT json_agg(t ORDER BY t.number DESC) FROM (SELECT a.number, a.at, a.status, a.fault, a.answer,
          a.milliseconds FROM access_attempt a WHERE a.delivery_id = v.id ORDER BY a.number DESC LIMIT 10) t), '[]'::json) AS tries
      FROM access_delivery v JOIN access_system s ON s.id = v.system_id JOIN access_grant g ON g.id = v.grant_id JOIN access_request r ON r.id = g.request_id
      JOIN dataset d ON d.id = g.dataset_id JOIN person h ON h.id = v.person_id
      WHERE v.system_id = ${system}::uuid AND (${cursor ?? null}::uuid IS NULL OR v.id < ${cursor ?? null}::uuid)
        AND (NOT ${open} OR (v.acknowledged_at IS NULL AND v.superseded_at IS NULL))
      ORDER BY v.id DESC LIMIT ${pageSize + 1}`
    const page = rows.slice(0, pageSize)
    const items = page.map((row) => ({
      ...row,
      state: stateOfDelivery(row),
      tries: row.tries.map((one) => ({ ...one, at: new Date(one.at) })),
    }))
    return { items, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null }
  },
})

export type Deliveries = Awaited<ReturnType<typeof deliveries>>
