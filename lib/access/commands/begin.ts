import 'server-only'
import { organisationName } from '@/lib/identity/rules/organisations'
import { command } from '@/lib/platform/command'
import { type Context, isPerson, type Person } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { isRefusal, type Refusal, Refused, refuse } from '@/lib/platform/refusal'
import { happened as projectHappened } from '@/lib/projects/events'
import { outsider, type Standing } from '@/lib/projects/rules/authority'
import type { Organisation } from '@/lib/projects/rules/organisation'
import { lifeOf } from '@/lib/projects/rules/periods'
import { chooseSlug, insertDataProject } from '@/lib/projects/store/projects'
import { type LockedProject, lockProject, standingIn } from '@/lib/projects/store/standing'
import { happened } from '../events/requests'
import { mayBegin, mayRequestFor } from '../policy/requests'
import { judgeAsked, mostDrafts } from '../rules/asked'
import { judgeOneForm } from '../rules/asked-forms'
import { BeginRequest } from '../schema/requests'
import { type AskedForm, askedForms } from '../store/asked-forms'
import { type AskedDataset, datasetsBySlug } from '../store/datasets'
import { countDrafts, insertRequest, nextReference } from '../store/drafts'

/** Holds the making of a person's data access project, so that two first requests at once make one. */
async function ownDataProject(tx: Tx, personId: string, now: Date): Promise<LockedProject | null> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('data-project:' || ${personId}, 0))`
  const found = await tx.project.findFirst({
    where: { piId: personId, type: 'data-access', state: 'active', endsAt: { gt: now } },
    select: { slug: true },
    orderBy: { createdAt: 'asc' },
  })
  return found && lockProject(tx, found.slug)
}

/** Where the person works, by what they state or what their profile says; null: neither does. */
async function placeOf(tx: Tx, person: Person, stated: Organisation | null): Promise<Organisation | null> {
  if (stated) return stated
  const found = await tx.person.findUnique({ where: { id: person.id }, select: { organisation: true } })
  const ror = found?.organisation ?? null
  return ror === null ? null : { name: organisationName(ror) ?? ror, ror }
}

type Loaded = {
  person: Person
  project: LockedProject | null
  standing: Standing
  place: Organisation | null
  slug: string
  reference: string
  datasets: readonly AskedDataset[]
  forms: readonly AskedForm[]
  drafts: number
}

async function load(tx: Tx, input: BeginRequest, { actor, now }: Context): Promise<Loaded | null> {
  if (!isPerson(actor)) throw new Refused(refuse('platform.not-signed-in'))
  const named = input.project === null ? null : await lockProject(tx, input.project)
  if (input.project !== null && named === null) return null
  const project = named ?? (await ownDataProject(tx, actor.id, now))
  const datasets = await datasetsBySlug(tx, input.datasets)
  return {
    person: actor,
    project,
    standing: project ? await standingIn(tx, project, actor.id, now) : outsider,
    place: project ? null : await placeOf(tx, actor, input.institution),
    slug: project ? project.slug : await chooseSlug(tx, `Data access ${actor.name}`),
    reference: await nextReference(tx, now),
    datasets,
    forms: await askedForms(
      tx,
      datasets.map(({ id }) => id),
    ),
    drafts: await countDrafts(tx, actor.id),
  }
}

const noPlace = () => refuse('platform.invalid', { fields: { institution: ['access.invalid.institution'] } })

function judge(
  { project, place, drafts, datasets, forms }: Loaded,
  wanted: readonly string[],
  now: Date,
): Refusal | null {
  if (project && lifeOf(project, now) === 'over') return refuse('projects.over')
  if (!project && !place) return noPlace()
  if (drafts >= mostDrafts) return refuse('access.too-many-drafts', { limit: mostDrafts })
  return judgeAsked(wanted, datasets) ?? judgeOneForm(forms)
}

/**
 * Begins a request for data, with a cart of datasets, made with the newest version of the form that these are asked with. Who has no
 * project is given one for data access only with it. Refuses: access.no-such-dataset, access.different-forms, access.too-many-drafts,
 * projects.over, platform.invalid where no institution is known.
 */
export const beginRequest = command({
  name: 'access.begin-request',
  input: BeginRequest,
  load,
  authorize: ({ actor }, { project, standing }) => (project ? mayRequestFor(actor, standing) : mayBegin(actor)),
  decide: ({ now }, loaded, input) => {
    const refused = judge(loaded, input.datasets, now)
    if (isRefusal(refused)) return refused
    const { project, slug, place, person, reference } = loaded
    const name = `Data access, ${person.name}`
    const made = place === null ? null : { id: newId(), slug, name, piId: person.id, institution: place }
    const [id, projectId] = [newId(), project?.id ?? made?.id ?? '']
    const facts = [
      ...(made ? [projectHappened.dataProjectStarted(made.id, { slug })] : []),
      happened.begun({ id, reference }, { project: projectId, from: '', datasets: input.datasets }),
    ]
    const onBehalfOf = project && project.piId !== person.id ? project.piId : null
    return Object.assign(
      facts.map((fact) => ({ onBehalfOf, ...fact })),
      { id, projectId, made, title: input.title ?? '' },
    )
  },
  apply: async (tx, { id, projectId, made, title }, { person, datasets, reference, forms }, ctx) => {
    if (made) await insertDataProject(tx, ctx, made)
    const formVersionId = forms[0]?.version?.id ?? null
    const request = { id, reference, projectId, applicantId: person.id, title, formVersionId }
    await insertRequest(tx, request, datasets, ctx.now)
    return { id, reference, state: 'draft' as const, revision: 1 }
  },
})
