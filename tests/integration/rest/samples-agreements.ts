import { pdfSaying } from '@/prisma/seed/agreements/pdf'
import { countersigned, submitted } from '../agreements/documents'
import { projectOf } from '../agreements/projects'
import { publishedText } from '../agreements/texts'
import type { Sample, SampleOf } from './samples'

const kind = 'user-terms'
const period = { firstDay: '2026-11-23', lastDay: '2036-11-20' }
const reason = 'The second page is missing'
const someText = async () => ({ params: { kind, version: String(await publishedText(kind)) } })
const upload = { type: 'application/pdf', bytes: pdfSaying('Signed') }

type Made = Awaited<ReturnType<typeof submitted>>
const on = ({ at: { project, document } }: Made, body?: object): Sample => ({ params: { project, document }, body })
const hubs = (make: () => Promise<Made>, body: object): SampleOf => ({
  sample: async () => on(await make(), body),
  needsRole: true,
})

/** Right requests for the texts that people accept, and for what projects sign. */
export const agreementSamples: Readonly<Record<string, SampleOf>> = {
  listAgreementTexts: { sample: () => ({}) },
  readAgreementText: { sample: someText },
  readOwnAgreements: { sample: () => ({}) },
  acceptAgreementText: { sample: someText },
  readProjectAgreements: { sample: async (me) => ({ params: { project: (await projectOf(me.id)).slug } }) },
  submitAgreement: {
    sample: async (me) => ({
      params: { project: (await projectOf(me.id)).slug },
      query: `kind=dpa&version=${await publishedText('dpa')}&fileName=DPA.pdf`,
      upload,
    }),
  },
  withdrawAgreement: { sample: async (me) => on(await submitted('dpa', undefined, me), { expectedRevision: 1 }) },
  downloadAgreement: { sample: async (me) => on(await submitted('dpa', undefined, me)) },
  countersignAgreement: hubs(submitted, { expectedRevision: 1, ...period }),
  returnAgreement: hubs(submitted, { expectedRevision: 1, reason }),
  terminateAgreement: hubs(() => countersigned('dpa', undefined, period), { expectedRevision: 2, reason }),
}
