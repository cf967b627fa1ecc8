import { expect, test } from 'vitest'
import { setNotifications } from '@/lib/identity/commands/profile'
import { giveRole } from '@/lib/identity/commands/roles'
import { journal, journalIntegrity } from '@/lib/identity/queries/journal'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { as, noon, refusalOf, somebody, stranger } from './people'

const append = (actorId: string, type: string, stream: string) => {
  const subject_id = stream.split(':')[1]
  const entry = {
    id: newId(),
    stream,
    type,
    actor_kind: 'person',
    actor_id: actorId,
    subject_id,
    request_id: 'r',
    at: noon,
    data: {},
  }
  return db().$queryRaw`SELECT journal_append(${JSON.stringify(entry)}::jsonb)`
}

test('everyone sees their own acts and what was done with their account; stewards the catalogue; administrators all', async () => {
  const ada = await somebody({ roles: ['hub-administrator'] })
  const sten = await somebody({ roles: ['data-steward'] })
  const [me, other] = [await somebody({ name: 'Mine' }), await somebody({ name: 'Other' })]
  await setNotifications(as(me), { enabled: [] })
  await setNotifications(as(other), { enabled: [] })
  await giveRole(as(ada), { person: me.id, role: 'reviewer', reason: 'for the spring' })
  const dataset = newId()
  await append(other.id, 'catalogue.dataset-published', `dataset:${dataset}`)
  await append(other.id, 'access.form-published', `form:${newId()}`)
  await append(other.id, 'access.request-submitted', `request:${newId()}`)
  const seen = async (actor: typeof me) => {
    const { entries, scope } = await journal(as(actor), {})
    return [scope, ...entries.map(({ type, actor: by }) => `${by} ${type}`)]
  }
  expect(await seen(me)).toEqual(['own', 'Sam Somebody identity.role-given', 'Mine identity.notifications-changed'])
  expect(await seen(sten)).toEqual(['catalogue', 'Other access.form-published', 'Other catalogue.dataset-published'])
  expect(await seen({ ...sten, secondFactor: false })).toEqual(['own'])
  expect((await seen(ada)).length).toBeGreaterThanOrEqual(5)
  expect((await refusalOf(journal(stranger(), {}))).code).toBe('platform.not-signed-in')
  expect((await refusalOf(journal(as({ ...me, scopes: ['catalogue:read'] }), {}))).code).toBe('platform.scope')
})

test('filters narrow, never widen; pages join without gap or repetition', async () => {
  const ada = await somebody({ roles: ['hub-administrator'] })
  const me = await somebody({ name: 'Pia % Paging' })
  for (let n = 0; n < 7; n++) await setNotifications(as(me), { enabled: n % 2 ? ['proposal'] : [] })
  const all = (await journal(as(ada), { person: 'pia % pag' })).entries.map(({ id }) => id)
  expect(all).toHaveLength(7)
  const paged: string[] = []
  let before: string | undefined
  do {
    const page = await journal(as(ada), { person: me.email, limit: 3, before })
    paged.push(...page.entries.map(({ id }) => id))
    before = page.next ?? undefined
  } while (before)
  expect(paged).toEqual(all)
  expect((await journal(as(ada), { type: 'identity.role', person: me.id })).entries).toEqual([])
  expect((await journal(as(await somebody()), { person: me.id })).entries).toEqual([])
  expect(
    (await journal(as(ada), { subject: `person:${me.id}`, type: 'identity.notifications-changed' })).entries,
  ).toHaveLength(7)
})

test('a whole journal says so; a change behind the triggers’ back is found', async () => {
  const ada = await somebody({ roles: ['hub-administrator'] })
  const me = await somebody()
  await setNotifications(as(me), { enabled: [] })
  expect((await journalIntegrity(as(ada), {})).breaks).toEqual([])
  await expect(db().$executeRaw`UPDATE event SET type = 'forged' WHERE subject_id = ${me.id}`).rejects.toThrow()
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`ALTER TABLE event DISABLE TRIGGER event_append_only`
    await tx.$executeRaw`UPDATE event SET data = '{"forged": true}' WHERE subject_id = ${me.id}`
    await tx.$executeRaw`ALTER TABLE event ENABLE TRIGGER event_append_only`
  })
  expect((await journalIntegrity(as(ada), {})).breaks).toEqual([{ stream: `person:${me.id}`, seq: 1 }])
  expect((await refusalOf(journalIntegrity(as(me), {}))).code).toBe('platform.not-found')
})
