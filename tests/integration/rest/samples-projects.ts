import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { applyForProject } from '@/lib/projects/commands/applications'
import { delegate } from '@/lib/projects/commands/delegations'
import { inviteMember } from '@/lib/projects/commands/invitations'
import { acceptTransfer, proposeTransfer } from '@/lib/projects/commands/transfers'
import { invitationTicket } from '@/lib/projects/store/invitations'
import { as, somebody } from '../identity/people'
import { join, projectOf, wish } from '../projects/projects'
import type { SampleOf } from './samples'

// The requests run by the clock of the machine.
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const lasting = () => ({ startsOn: dayIn(-30), endsOn: dayIn(600) })
const reason = 'Agreed at the weekly meeting'
const now = (person: Person) => as(person, new Date())

/** A project that this person leads, with another member. */
async function led(pi: Person) {
  const member = await somebody()
  const project = await projectOf(pi, lasting())
  await join(project, member)
  return { project: project.slug, member }
}

const byPi = (body?: object | ((all: { project: string; member: Person }) => object)): SampleOf => ({
  sample: async (me) => {
    const all = await led(me)
    const said = typeof body === 'function' ? body(all) : body
    return { params: { project: all.project }, ...(said && { body: said }) }
  },
})

/** A request of an administrator about somebody else's project. */
const byAdministrator = (body: object): SampleOf => ({
  needsRole: true,
  sample: async () => ({ params: { project: (await led(await somebody())).project }, body }),
})

const ownApplication = async (me: Person) => (await applyForProject(now(me), wish(lasting()))).id
const decision = (body: object): SampleOf => ({
  needsRole: true,
  sample: async () => ({
    params: { applicationId: await ownApplication(await somebody()) },
    body: { expectedRevision: 1, reason, ...body },
  }),
})

const invitation = async (me: Person) => {
  const { project } = await led(me)
  const { id } = await inviteMember(now(me), { slug: project, email: `${newId()}@example.org` })
  return { project, id }
}

/** A transfer between two people, as far as proposed. */
async function transfer(from: Person, to: Person) {
  const { slug, ...project } = await projectOf(from, lasting())
  await join(project, to)
  const { id: transferId } = await proposeTransfer(now(from), { slug, person: to.id })
  return { project: slug, transferId }
}

const agreed: SampleOf = {
  needsRole: true,
  sample: async () => {
    const to = await somebody()
    const params = await transfer(await somebody(), to)
    await acceptTransfer(now(to), { slug: params.project, transferId: params.transferId })
    return { params, body: { reason } }
  },
}
const asked: SampleOf = { sample: async (me) => ({ params: await transfer(await somebody(), me) }) }
const gift = ({ member }: { member: Person }) => ({
  person: member.id,
  authorities: ['book-compute'],
  until: dayIn(30),
})

/** Right requests for projects, applications, members, delegations and transfers. */
export const projectSamples: Readonly<Record<string, SampleOf>> = {
  listProjects: { sample: () => ({ query: 'q=fracture' }) },
  listOwnProjects: { sample: () => ({}) },
  readProjectRegister: { sample: () => ({ query: 'q=fracture' }), needsRole: true },
  readProject: byPi(),
  readProjectHistory: byPi(),
  editProject: byPi({ expectedRevision: 1, name: 'Fractures', description: 'Other words', listed: true }),
  setProjectBudget: byAdministrator({ gpuWeeks: 12, reason }),
  setProjectQuota: byAdministrator({ gigabytes: 500, reason }),
  endProject: byPi({ reason }),
  extendProject: byAdministrator({ endsOn: dayIn(900), reason }),
  listOwnProjectApplications: { sample: () => ({}) },
  applyForProject: { sample: () => ({ body: { ...wish(lasting()), partners: ['Lund University'] } }) },
  listProjectsWaiting: { sample: () => ({}), needsRole: true },
  withdrawProjectApplication: {
    sample: async (me) => ({ params: { applicationId: await ownApplication(me) }, body: { expectedRevision: 1 } }),
  },
  approveProjectApplication: decision({ gpuWeeks: 9 }),
  declineProjectApplication: decision({}),
  listProjectMembers: byPi(),
  removeProjectMember: {
    sample: async (me) => {
      const { project, member } = await led(me)
      return { params: { project, person: member.id } }
    },
  },
  leaveProject: {
    sample: async (me) => {
      const { slug, ...project } = await projectOf(await somebody(), lasting())
      await join(project, me)
      return { params: { project: slug } }
    },
  },
  confirmProjectMembers: byPi({ expectedRevision: 1 }),
  inviteProjectMember: byPi(() => ({ email: `${newId()}@example.org` })),
  revokeProjectInvitation: {
    sample: async (me) => {
      const { project, id } = await invitation(me)
      return { params: { project, invitationId: id } }
    },
  },
  resendProjectInvitation: {
    sample: async (me) => {
      const { project, id } = await invitation(me)
      return { params: { project, invitationId: id } }
    },
  },
  acceptProjectInvitation: {
    sample: async () => ({ body: { ticket: invitationTicket((await invitation(await somebody())).id) } }),
  },
  listDelegations: byPi(),
  delegate: byPi(gift),
  revokeDelegation: {
    sample: async (me) => {
      const { project, member } = await led(me)
      const { id } = await delegate(now(me), { slug: project, ...gift({ member }) })
      return { params: { project, delegationId: id } }
    },
  },
  proposeTransfer: byPi(({ member }) => ({ person: member.id, institution: 'Lund University' })),
  acceptTransfer: asked,
  declineTransfer: asked,
  cancelTransfer: { sample: async (me) => ({ params: await transfer(me, await somebody()) }) },
  confirmTransfer: agreed,
  refuseTransfer: agreed,
  appointPi: {
    needsRole: true,
    sample: async () => {
      const pi = await somebody()
      const { project } = await led(pi)
      await db().person.update({ where: { id: pi.id }, data: { deactivatedAt: new Date() } })
      return { params: { project }, body: { email: (await somebody()).email, reason } }
    },
  },
}
