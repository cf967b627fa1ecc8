import { expect, test } from 'vitest'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { appointPi } from '@/lib/projects/commands/appointments'
import { delegate } from '@/lib/projects/commands/delegations'
import { proposeTransfer } from '@/lib/projects/commands/transfers'
import { projectRegister } from '@/lib/projects/queries/administration'
import { projectHistory } from '@/lib/projects/queries/history'
import { oneProject } from '@/lib/projects/queries/project'
import { mailsTo, react } from '../identity/mails'
import { as, noon, refusalOf, somebody } from '../identity/people'
import { administrator, heldBy, join, journalOfStream, threesome } from './projects'

const reason = 'Their employment here has ended'
const codeOf = async (attempt: Promise<unknown>) => (await refusalOf(attempt)).code
const close = ({ id }: Person) => db().person.update({ where: { id }, data: { deactivatedAt: noon } })

test('where the account of the PI is closed an administrator appoints another; what the old one gave ends', async () => {
  const { project, slug, petra, dana, emil } = await threesome()
  await delegate(as(petra), { slug, person: emil.id, authorities: 'book-compute', until: '2027-06-30' })
  const { id: transfer } = await proposeTransfer(as(petra), { slug, person: emil.id })
  const admin = await administrator()
  const wish = { slug, email: dana.email, institution: 'Lund University', reason }
  expect(await codeOf(appointPi(admin, wish))).toBe('projects.pi-active')
  expect((await oneProject(admin, { slug })).may.appoint).toBe(false)
  await close(petra)
  expect(await oneProject(admin, { slug })).toMatchObject({ piOpen: false, may: { appoint: true } })
  expect((await projectRegister(admin, { q: slug })).items).toMatchObject([{ piOpen: false }])
  const settled = await Promise.allSettled(Array.from({ length: 5 }, () => appointPi(admin, wish)))
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const after = await db().project.findUniqueOrThrow({ where: { slug }, include: { members: true } })
  expect(after).toMatchObject({ piId: dana.id, institution: 'https://ror.org/012a77v79' })
  expect(after.members.map(({ personId }) => personId)).toEqual([emil.id])
  expect(await heldBy(slug, emil.id)).toEqual([])
  expect(await db().piTransfer.findUniqueOrThrow({ where: { id: transfer } })).toMatchObject({ state: 'cancelled' })
  const last = (await journalOfStream(`project:${project.id}`)).at(-1)
  expect(last).toMatchObject({ type: 'projects.pi-appointed', onBehalfOf: null, data: { person: dana.id, transfer } })
  expect(JSON.stringify(last)).not.toContain(reason)
  expect((await projectHistory(as(dana), { slug })).entries[0]).toMatchObject({ person: 'Dana Demo', reason })
  await react('projects.pi-appointed')
  expect((await mailsTo(dana.email)).at(-1)?.text).toContain(reason)
})

test('somebody from outside can be appointed, and keeps the institution where none is said', async () => {
  const { slug, petra } = await threesome()
  await close(petra)
  const nils = await somebody({ name: 'Nils Ny' })
  await appointPi(await administrator(), { slug, email: nils.email.toUpperCase(), reason })
  expect(await oneProject(as(nils), { slug })).toMatchObject({
    institutionName: 'Linköping University',
    standing: { role: 'pi' },
  })
})

test('nobody appoints for a project of their own, nor themself, nor who is no administrator or has no account', async () => {
  const { project, slug, petra, dana, emil } = await threesome()
  await close(petra)
  const wish = { slug, email: dana.email, reason }
  const inside = await somebody({ roles: ['hub-administrator'] })
  await join(project, inside)
  expect(await codeOf(appointPi(as(inside), wish))).toBe('projects.own-project')
  for (const who of [dana, emil, await somebody(), await somebody({ roles: ['compute-administrator'] })])
    expect(await codeOf(appointPi(as(who), wish))).toBe('platform.not-found')
  const ada = await somebody({ roles: ['hub-administrator'] })
  expect(await codeOf(appointPi(as(ada), { ...wish, email: ada.email }))).toBe('projects.own-appointment')
  expect(await codeOf(appointPi(as(ada), { ...wish, email: 'nobody@example.org' }))).toBe('projects.no-account')
  await close(dana)
  expect(await codeOf(appointPi(as(ada), wish))).toBe('projects.no-account')
  expect(await codeOf(appointPi(as(ada), { ...wish, slug: 'no-such-project' }))).toBe('platform.not-found')
  expect(await codeOf(appointPi(as(ada), { ...wish, reason: '' }))).toBe('platform.invalid')
})
