import { projectOf } from '../agreements/projects'
import { publishedText } from '../agreements/texts'
import type { SampleOf } from './samples'

const kind = 'user-terms'
const someText = async () => ({ params: { kind, version: String(await publishedText(kind)) } })

/** Right requests for the texts that people accept. */
export const agreementSamples: Readonly<Record<string, SampleOf>> = {
  listAgreementTexts: { sample: () => ({}) },
  readAgreementText: { sample: someText },
  readOwnAgreements: { sample: () => ({}) },
  acceptAgreementText: { sample: someText },
  readProjectAgreements: { sample: async (me) => ({ params: { project: (await projectOf(me.id)).slug } }) },
}
