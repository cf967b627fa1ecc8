import { changeApproval } from '@/lib/ethics/commands/change-approval'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { pdfSaying } from '@/prisma/seed/agreements/pdf'
import { projectOf } from '../agreements/projects'
import { everything, type Made, newNumber, registered, said, submitted, verified } from '../ethics/approvals'
import { as } from '../identity/people'
import type { Sample, SampleOf } from './samples'

const reason = 'The second page is missing'
const on = ({ id }: Made, body?: object): Sample => ({ params: { approval: id }, body })
const upload = { type: 'application/pdf', bytes: pdfSaying('Appendix') }

/** The document of an approval that waits, of a draft, or of what was verified. */
const documentOf = async (made: Made): Promise<Record<string, string>> => {
  const { id } = await db().ethicsDocument.findFirstOrThrow({ where: { approvalId: made.id } })
  return { approval: made.id, document: id }
}

const changed = async (me: Person): Promise<Made> => {
  const made = await verified({}, [], me)
  await changeApproval(as(me), { ...made.at(4), ...said, number: made.number, title: 'Another name' })
  return made
}

/** Right requests for ethics approvals. */
export const ethicsSamples: Readonly<Record<string, SampleOf>> = {
  listEthicsApprovals: { sample: () => ({}) },
  listEthicsApprovalsToVerify: { sample: () => ({}), needsRole: true },
  readEthicsApproval: { sample: async (me) => on(await registered({}, me)) },
  registerEthicsApproval: {
    sample: async (me) => ({ body: { project: (await projectOf(me.id)).slug, ...said, number: newNumber() } }),
  },
  changeEthicsApproval: {
    sample: async (me) => on(await registered({}, me), { expectedRevision: 1, ...said, number: newNumber() }),
  },
  submitEthicsApproval: { sample: async (me) => on(await changed(me), { expectedRevision: 5 }) },
  takeBackEthicsApproval: { sample: async (me) => on(await submitted({}, me), { expectedRevision: 3 }) },
  discardEthicsApprovalChange: { sample: async (me) => on(await changed(me), { expectedRevision: 5 }) },
  withdrawEthicsApproval: { sample: async (me) => on(await registered({}, me), { expectedRevision: 1, reason }) },
  verifyEthicsApproval: {
    sample: async () => on(await submitted(), { expectedRevision: 3, confirmed: everything }),
    needsRole: true,
  },
  returnEthicsApproval: {
    sample: async () => on(await submitted(), { expectedRevision: 3, missing: { number: 'Another' }, reason }),
    needsRole: true,
  },
  addEthicsDocument: {
    sample: async (me) => ({ ...on(await registered({}, me)), query: 'expectedRevision=1&kind=decision', upload }),
  },
  removeEthicsDocument: {
    sample: async (me) => ({ params: await documentOf(await verified({}, [], me)), query: 'expectedRevision=4' }),
  },
  downloadEthicsDocument: { sample: async (me) => ({ params: await documentOf(await verified({}, [], me)) }) },
}
