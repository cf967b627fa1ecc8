import 'server-only'
import { isInForce, type TextKind } from '@/lib/agreements/rules/in-force'
import type { Context } from '@/lib/platform/context'
import { isRefusal } from '@/lib/platform/refusal'
import { type Delegated, type Standing, standingOf } from '@/lib/projects/rules/authority'
import { mayBook } from '../policy/booking'
import { judgeProject, owedBy } from '../rules/acting'
import { leftOf } from '../rules/budget'
import type { ActingProject } from '../rules/sheet'
import type { RawMachine, RawProject, RawSheet } from './sheet-statement'

const delegatedOf = ({ piId, members, grants }: RawProject): Delegated => ({
  piId,
  memberIds: new Set([piId, ...(members ?? [])]),
  grants: (grants ?? []).map((grant) => ({
    ...grant,
    from: new Date(grant.from),
    until: new Date(grant.until),
    revokedAt: null,
  })),
})

type Demands = { readonly machine: RawMachine; readonly terms: RawSheet['terms'] }

function missingOf(project: RawProject, { machine, terms }: Demands, standing: Standing, now: Date): TextKind[] {
  const signed = (project.documents ?? []).map((document) => ({
    ...document,
    validFrom: new Date(document.validFrom),
    validUntil: new Date(document.validUntil),
  }))
  const demanded: TextKind[] = machine.personalData ? ['service-agreement', 'dpa'] : ['service-agreement']
  const lacks = demanded.filter(
    (kind) => !signed.some((one) => one.kind === kind && isInForce(one, project.institutionName, now)),
  )
  const owes = standing.role !== 'outsider' && terms.binding > terms.accepted
  return owes ? [...lacks, 'user-terms'] : lacks
}

/** A project as the sheet offers it: whether the reader may book for it is told by the same policy and rule that the command asks. */
function actingProject(raw: RawProject, demands: Demands, ctx: Context, personId: string): ActingProject {
  const { id, slug, name, budget, used, held, next } = raw
  const standing = standingOf(delegatedOf(raw), personId, ctx.now)
  const period = { startsAt: new Date(raw.startsAt), endsAt: new Date(raw.endsAt) }
  const missing = missingOf(raw, demands, standing, ctx.now)
  const project = {
    ...period,
    id,
    slug,
    state: raw.state,
    membersConfirmedAt: new Date(raw.membersConfirmedAt),
    missing,
  }
  const permission = mayBook(ctx.actor, standing)
  const refused = isRefusal(permission) ? permission : judgeProject(project, ctx.now)
  const nextEnd = next && { at: new Date(next.at).toISOString(), gpus: next.gpus }
  return {
    id,
    slug,
    name,
    onBehalfOf: personId === raw.piId ? null : raw.piName,
    owes: owedBy(project, ctx.now),
    why: permission === false ? 'projects.no-authority' : (refused?.code ?? null),
    meter: { budget, used, left: leftOf({ budget, used }), held, next: nextEnd },
  }
}

export type Offered = {
  readonly projects: readonly ActingProject[]
  /** Those that the reader takes part in. */
  readonly ownIds: ReadonlySet<string>
  /** The project asked for, else the first of their own that may book on this machine, else the first of their own. */
  readonly acting: ActingProject | undefined
}

/** With which projects the reader could book on this machine. */
export function projectsOn(
  machine: RawMachine,
  { projects: raw, terms }: RawSheet,
  { ctx, personId, asked }: { ctx: Context; personId: string; asked: string | undefined },
): Offered {
  const projects = (raw ?? []).map((one) => actingProject(one, { machine, terms }, ctx, personId))
  const own = (raw ?? []).filter((one) => delegatedOf(one).memberIds.has(personId))
  const ownIds = new Set(own.map(({ id }) => id))
  const isOwn = ({ id }: ActingProject) => ownIds.has(id)
  const acting =
    asked === undefined
      ? (projects.find((one) => isOwn(one) && one.why === null) ?? projects.find(isOwn))
      : projects.find(({ slug }) => slug === asked)
  return { projects, ownIds, acting }
}
