import { expect, test } from 'vitest'
import { approveDatasets } from '@/lib/access/commands/decisions'
import { decide, requestDecision } from '@/lib/access/commands/rounds'
import { submitRequest } from '@/lib/access/commands/submission'
import { verbs } from '@/lib/access/rules/states'
import { as } from '../identity/people'
import { draft, until } from './requests'
import { attempted, outsiders, scene, tried } from './scene'
import { type Whole, wholeOf } from './whole'

test('of each verb, whoever has no part in a request is refused, and nothing anywhere changes: submitted, and approved', async () => {
  const w = await scene()
  for (const state of ['submitted', 'approved'] as const) {
    const request = await draft(w)
    await submitRequest(as(w.petra), { request })
    await requestDecision(as(w.handler), { request })
    const wish = { request, until }
    if (state === 'approved') {
      const { tasks } = (await wholeOf(request)) as Whole
      const task = tasks.find(({ person_id }) => person_id === w.people.decider.id)?.id
      await decide(as(w.people.decider), { request, task, answer: 'approve', text: null })
      await approveDatasets(as(w.handler), wish)
      await approveDatasets(as(w.hugo), wish)
    }
    const before = (await wholeOf(request)) as Whole
    expect(before.state).toBe(state)
    for (const who of outsiders) {
      const allowed = await Promise.all(
        verbs.map(async (act) => [act, await attempted(tried({ who, act, n: 0 }, before, w, 1))] as const),
      )
      expect([who, allowed.filter(([, done]) => done)]).toEqual([who, []])
    }
    expect(await wholeOf(request)).toEqual(before)
  }
}, 120_000)
