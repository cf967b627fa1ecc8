import { expect, test } from 'vitest'
import { signInAsPersona } from '@/lib/identity/commands/sign-in'
import { takeOwnData } from '@/lib/identity/commands/take-own-data'
import { outbox } from '@/lib/identity/queries/outbox'
import { personas } from '@/lib/identity/queries/personas'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { as, noon, refusalOf, somebody, stranger } from '../identity/people'

// Read when the environment is first asked for, which is in the tests below.
Object.assign(process.env, { PORTAL_MODE: 'production', SMTP_URL: 'smtp://localhost:2525' })

const mailTo = (recipientId: string, address: string) =>
  db().mail.create({
    data: { id: newId(), recipientId, address, topic: 'account', subject: 'Hello', text: 'A letter', createdAt: noon },
  })

test('nobody signs in as a persona, though there are some', async () => {
  const persona = await somebody({ demonstration: true })
  for (const ctx of [stranger(), as(await somebody({ roles: ['hub-administrator'] }))]) {
    expect((await refusalOf(personas(ctx, {}))).code).toBe('platform.not-found')
    expect((await refusalOf(signInAsPersona(ctx, { personId: persona.id }))).code).toBe('platform.not-found')
  }
  expect(await db().session.count({ where: { personId: persona.id } })).toBe(1)
})

test('letters are read by those they were written to, in a browser', async () => {
  const [me, other] = [await somebody(), await somebody({ roles: ['hub-administrator'] })]
  await mailTo(me.id, me.email)
  await mailTo(other.id, other.email)
  expect((await outbox(as(me), {})).map(({ address }) => address)).toEqual([me.email])
  expect((await outbox(as(other), {})).map(({ address }) => address)).toEqual([other.email])
  for (const ctx of [stranger(), as({ ...me, scopes: ['admin', 'account:read'], sessionId: null })])
    expect((await refusalOf(outbox(ctx, {}))).code).toBe('platform.not-signed-in')
})

test('a link that proves who reads the mailbox is not read in the portal, where a stolen session could', async () => {
  const me = await somebody()
  const mail = { recipientId: me.id, address: me.email, subject: 'Hello', text: 'ticket=secret', createdAt: noon }
  const topics = ['registration', 'reset', 'invitation', 'confirmation', 'email-change']
  await db().mail.createMany({ data: topics.map((topic) => ({ ...mail, topic, id: newId() })) })
  expect((await outbox(as(me), {})).map(({ text }) => text)).toEqual(topics.map(() => ''))
  const { tables } = await takeOwnData(as(me), {})
  expect([tables.mail?.length, JSON.stringify(tables).includes('ticket=secret')]).toEqual([topics.length, false])
})
