import { assignToWorkflow, editWorkflow, makeWorkflow } from '../../../lib/access/commands/workflows'
import type { Context } from '../../../lib/platform/context'
import { newId } from '../../../lib/platform/id'
import type { PrismaClient } from '../../generated/client'
import { technicalForm } from '../access/technical-form'
import { personaId } from '../people'
import { as } from '../stewardship'

const day = 86_400_000

/** Invented deciders beside the persona, so that a majority can be seen. Nobody can enter as them. */
const others = [
  { id: '01900000-0000-7000-8002-000000000001', name: 'Disa Decider', email: 'disa@demo.invalid' },
  { id: '01900000-0000-7000-8002-000000000002', name: 'Dag Decider', email: 'dag@demo.invalid' },
] as const

/** Which datasets the deciders decide on; every other belongs to the default workflow, where the handler decides. */
export const decided = ['lnco', 'lnco2', 'ctpa']

/** Collections that are asked for with the short form. */
export const technical = ['micromen']

/** How far the hub can have come with a request of the default workflow, in order. */
export const processing = [
  { en: 'Waiting for extraction', sv: 'Väntar på uttag' },
  { en: 'Being extracted', sv: 'Tas ut' },
  { en: 'Being checked', sv: 'Kontrolleras' },
  { en: 'Delivered to the project', sv: 'Levererat till projektet' },
]

/** The invented deciders at work so many days ago. */
export const deciders = (now: Date, daysAgo: number): Context[] => {
  const at = new Date(now.getTime() - daysAgo * day)
  const seeding = { requestId: 'seed', language: 'en', onBehalfOf: null } as const
  const who = { kind: 'person', roles: ['decider'], secondFactor: true, scopes: null, sessionId: null } as const
  const made = others.map(({ id, name }) => ({ ...seeding, now: at, actor: { ...who, id, name } }))
  return [as('dan', now, daysAgo), ...made]
}

async function seedDeciders(db: PrismaClient, at: Date): Promise<void> {
  for (const person of others) {
    const about = { department: 'Made up for the demonstration', emailVerifiedAt: at, createdAt: at }
    await db.person.create({ data: { ...person, ...about }, select: { id: true } })
    await db.roleAssignment.create({ data: { personId: person.id, role: 'decider', givenAt: at } })
    const reason = 'Seeded for the demonstration'
    const change = { id: newId(), personId: person.id, role: 'decider', action: 'given', reason, at }
    await db.roleChange.create({ data: change, select: { id: true } })
  }
}

/** The workflow of technical collections: its handlers decide, and requests for them are made with a form of their own. */
async function seedTechnical(db: PrismaClient, ada: Context): Promise<string> {
  const known = await db.dataset.findMany({ where: { slug: { in: technical } }, select: { slug: true } })
  const rule = { decidedBy: 'handler', rule: 'one', quorum: 1, decisionDays: 7, reviewDays: 7, handlingDays: 7 }
  const wish = { name: 'Technical collections', onDeadline: 'remind', form: technicalForm, ...rule }
  return (await makeWorkflow(ada, { ...wish, datasets: known.map(({ slug }) => slug) })).id
}

/** Who handles, reviews and decides which datasets, by which rule, and with which form requests for them are made. */
export async function seedWorkflows(db: PrismaClient, now: Date): Promise<void> {
  const ada = as('ada', now, 410)
  await seedDeciders(db, ada.now)
  const known = await db.dataset.findMany({ where: { slug: { in: decided } }, select: { slug: true } })
  const rule = { decidedBy: 'deciders', rule: 'majority', quorum: 2, decisionDays: 14, reviewDays: 10 }
  const wish = { name: 'Pathology and thorax', onDeadline: 'hand-back', barsOwnInstitute: false, ...rule }
  const { id } = await makeWorkflow(ada, { ...wish, datasets: known.map(({ slug }) => slug) })
  const standard = await db.accessWorkflow.findFirstOrThrow({ where: { isDefault: true } })
  const { name, decidedBy, rule: by, quorum, decisionDays, reviewDays, handlingDays, onDeadline, revision } = standard
  const same = { name, decidedBy, rule: by, quorum, decisionDays, reviewDays, handlingDays, onDeadline }
  await editWorkflow(ada, { ...same, workflow: standard.id, expectedRevision: revision, processing })
  for (const workflow of [id, standard.id, await seedTechnical(db, ada)]) {
    const assign = (person: string, role: string) => assignToWorkflow(ada, { workflow, person, role })
    await assign(personaId('hanna'), 'handler')
    await assign(personaId('rut'), 'reviewer')
    for (const person of [personaId('dan'), ...others.map((one) => one.id)]) await assign(person, 'decider')
  }
}
