import { expect, test } from 'vitest'
import { attachFile } from '@/lib/access/commands/attachments'
import { returnRequest } from '@/lib/access/commands/decisions'
import { createForm } from '@/lib/access/commands/form-drafts'
import { inviteMember } from '@/lib/access/commands/invitations'
import { submitRequest } from '@/lib/access/commands/submission'
import { registerSystem } from '@/lib/access/commands/systems'
import { db } from '@/lib/platform/db'
import { pdf } from '../agreements/files'
import { steward } from '../catalogue/stewards'
import { as, refusalOf } from '../identity/people'
import { administrator } from '../projects/projects'
import { formed } from './formed'
import { codeOf, draft, world } from './requests'

const number = '19811218-9876'
const told = 'identity.invalid.personal-number'
const both = { en: 'Words', sv: 'Ord' }
const fieldsOf = async (attempt: Promise<unknown>) => (await refusalOf(attempt)).details

test('keys of fields are those of the form, so that nothing else comes into rows and the journal', async () => {
  const w = await world()
  const request = await draft(w)
  const wish = { request, file: await pdf() }
  expect(await codeOf(attachFile(as(w.petra), { ...wish, fieldKey: 'plan' }))).toBe('access.no-such-field')
  await formed(request)
  for (const fieldKey of [number, 'aim', 'nothing'])
    expect(await codeOf(attachFile(as(w.petra), { ...wish, fieldKey }))).toBe('access.no-such-field')
  await attachFile(as(w.petra), { ...wish, fieldKey: 'plan' })
  await submitRequest(as(w.petra), { request })
  const back = { request, reason: 'Say more of the aim' }
  for (const fields of [[number], ['aim', number], ['nothing']])
    expect(await codeOf(returnRequest(as(w.handler), { ...back, fields }))).toBe('access.no-such-field')
  await returnRequest(as(w.handler), { ...back, fields: ['aim', 'plan'] })
  const facts = await db().event.findMany({ where: { stream: `request:${request}` } })
  expect(JSON.stringify(facts)).not.toContain(number)
  expect(await db().accessRemark.findFirst({ where: { requestId: request } })).toMatchObject({
    fields: ['aim', 'plan'],
  })
})

test('e-mail addresses, keys, short addresses and addresses of systems hold no personal number', async () => {
  const w = await world()
  const request = await draft(w)
  const invitation = inviteMember(as(w.petra), { request, email: `${number}@example.org` })
  expect(await fieldsOf(invitation)).toEqual({ fields: { email: [told] } })
  const content = { title: both, fields: [{ key: `p-${number}`, kind: 'text', label: both }] }
  expect(await fieldsOf(createForm(await steward(), { form: `f-${number}`, content }))).toEqual({
    fields: { form: [told], 'content.fields.0.key': [told] },
  })
  const system = { name: 'Store', url: `https://example.org/${number.replace('-', '%2D')}`, events: ['grant.given'] }
  expect(await fieldsOf(registerSystem(await administrator(), system))).toMatchObject({ fields: { url: [told] } })
})
