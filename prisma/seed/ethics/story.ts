import { returnApproval, verifyApproval } from '../../../lib/ethics/commands/judge-approval'
import { addDocument } from '../../../lib/ethics/commands/keep-documents'
import { registerApproval } from '../../../lib/ethics/commands/register-approval'
import { submitApproval } from '../../../lib/ethics/commands/submit-approval'
import { checkedFields } from '../../../lib/ethics/rules/fields'
import type { Context } from '../../../lib/platform/context'
import { readUpload } from '../../../lib/platform/storage'
import type { PrismaClient } from '../../generated/client'
import { acting, nameOf } from '../projects/leaders'
import { wishes } from '../projects/wishes'
import { as } from '../stewardship'
import { type Told, told, untilForce } from './decisions'
import { pdfOfPages } from './pdf'

const day = 86_400_000
const madeUp = 'Made up for the demonstration: no such decision exists.'

type Story = { now: Date; dayIn: (days: number) => string; ids: Map<string, string>; slugOf: (one: Told) => string }

const authorityOf = ({ authority }: Told) => authority ?? 'Etikprövningsmyndigheten'
const daysOf = ({ dayIn }: Story, { decided, started, ends }: Told) => ({
  decidedOn: dayIn(decided),
  legalForceOn: dayIn(decided + untilForce),
  startedOn: started === undefined ? '' : dayIn(started),
  endsOn: ends === undefined ? '' : dayIn(ends),
})

function said(story: Story, one: Told) {
  const wish = wishes.find(({ key }) => key === one.project)
  const institution = wish?.institution ?? ''
  return {
    ...{ country: one.country ?? 'SE', number: one.number, authority: authorityOf(one), title: one.title },
    ...{ decision: one.decision ?? 'approved', conditions: one.conditions ?? '', ...daysOf(story, one) },
    ...{ responsibleResearcher: nameOf(one.by), principalOrganisation: institution, sites: [institution] },
    purposes: `${wish?.description ?? ''}\n\n${madeUp}`,
    dataDescription: 'Images and reports as far as the study needs them, without names.',
    datasets: [...one.datasets],
  }
}

/** The decision as a PDF that says on each page that it is none. */
function decisionPdf(story: Story, one: Told): Uint8Array<ArrayBuffer> {
  const { decidedOn, legalForceOn, endsOn } = daysOf(story, one)
  const mark = 'DEMONSTRATION - synthetic document, no decision of any authority'
  const first = [
    ...[mark, '', authorityOf(one), '', `Dnr ${one.number}`, `Decision of ${decidedOn}`, '', one.title, ''],
    ...[`Responsible researcher: ${nameOf(one.by)}`, `Decision: ${one.decision ?? 'approved'}`],
    ...(one.conditions ?? '').split('\n').map((line) => (line ? `Condition: ${line}` : '')),
    ...(endsOn ? [`The approval holds until ${endsOn}.`] : []),
  ]
  const second = [mark, '', `Dnr ${one.number}, page 2`, '', `Gained legal force (laga kraft) on ${legalForceOn}.`]
  return pdfOfPages([first, second])
}

/** Registers it with its decision, and hands it in where the story goes so far. Gives the revision. */
async function handIn(story: Story, one: Told, at: (daysLater: number) => Context): Promise<number> {
  const cited = one.amends ? { amends: story.ids.get(one.amends) } : {}
  const { id } = await registerApproval(at(0), { project: story.slugOf(one), ...said(story, one), ...cited })
  story.ids.set(one.key, id)
  const bytes = decisionPdf(story, one)
  const file = await readUpload({ name: `decision-${one.number.replace(/\W+/g, '-')}.pdf`, bytes }, ['application/pdf'])
  await addDocument(at(0), { approval: id, expectedRevision: 1, kind: 'decision', file })
  if (one.stage === 'draft') return 2
  await submitApproval(at(1), { approval: id, expectedRevision: 2 })
  return 3
}

/** Lives one approval of the story, as early as its project could register it. */
async function live(story: Story, one: Told): Promise<void> {
  const wish = wishes.find(({ key }) => key === one.project)
  const forced = -(one.decided + untilForce)
  const ago = Math.max(6, Math.min((wish?.approved ?? 30) - 3, forced, -(one.started ?? -9999)))
  const at = (daysLater: number) => acting(one.by, story.now, ago - daysLater)
  const expectedRevision = await handIn(story, one, at)
  const on = { approval: story.ids.get(one.key), expectedRevision }
  const eva = as('eva', story.now, ago - 4)
  if (one.stage === 'returned') {
    const missing = { legalForceOn: 'The second page names another day than you do. Which is right?' }
    await returnApproval(eva, { ...on, missing, reason: `See the date of legal force. ${madeUp}` })
  }
  if (one.stage === 'verified')
    await verifyApproval(eva, { ...on, confirmed: checkedFields, datasets: [...one.datasets] })
}

/** Ethics approvals at every stage: valid, with conditions, waiting, returned, soon to lapse, expired, of another country, amended. */
export async function seedEthics(db: PrismaClient, now: Date): Promise<void> {
  const names = await db.project.findMany({ select: { slug: true, name: true } })
  const slugOf = ({ project }: Told) => {
    const name = wishes.find(({ key }) => key === project)?.name
    const slug = names.find((one) => one.name === name)?.slug
    if (!slug) throw new Error(`the story has no project ${project}`)
    return slug
  }
  const dayIn = (days: number) => new Date(now.getTime() + days * day).toISOString().slice(0, 10)
  const story: Story = { now, dayIn, ids: new Map(), slugOf }
  for (const one of told) await live(story, one)
}
