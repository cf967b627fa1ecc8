import 'server-only'
import { query } from '@/lib/platform/command'
import type { Context, Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isRefusal, Refused } from '@/lib/platform/refusal'
import { mayAct, maySeeRequest, readerScope } from '../policy/requests'
import { closeOutLacks as lacksOf } from '../rules/close-out'
import { type Verb, verbsOf } from '../rules/states'
import { RequestAddress } from '../schema/requests'
import { askersOf } from '../store/askers'
import { type Details, detailsOf, peopleNamed } from '../store/details'
import { reviewedFor } from '../store/files'
import { holdersAmong } from '../store/holders'
import { medianDays } from '../store/listed'
import { processingFor, processingOf } from '../store/processing'
import { type Seen, seenRequest } from '../store/requests'
import { filesListed } from './request-files'
import { handlingOf, receivingProjects } from './request-handling'
import {
  answersSeen,
  ethicsNamed,
  filesToHandIn,
  grantsListed,
  itemsOf,
  readinessOf,
  restingNow,
  spoken,
  termsAccepted,
  termsOwed,
  turnsIn,
} from './request-parts'

/** The request as the reader may see it; null, as for one that is not there, to whom it is not. */
export async function visibleRequest(ctx: Context, id: string): Promise<Seen | null> {
  const seen = await seenRequest(db(), id, ctx)
  if (!seen) return null
  const permission = maySeeRequest(ctx.actor, seen.standing)
  if (isRefusal(permission)) throw new Refused(permission)
  return permission ? seen : null
}

/** What the reader may do now: what the commands would accept. */
function abilitiesOf({ actor }: Context, { request, standing, off }: Seen, reader: string): Verb[] {
  const never: Partial<Record<Verb, boolean>> = {
    'delete-draft': request.submittedAt !== null,
    // Whoever leads it stays until another does.
    leave: request.applicantId === reader,
  }
  return verbsOf(request.state, standing.roles, off).filter(
    (verb) => mayAct(actor, standing, verb) === true && !never[verb],
  )
}

const everybodyIn = ({ request }: Seen, details: Details): string[] => {
  const { remarks, tasks, edits, attachments, closeOuts, renewals } = details
  return [
    request.applicantId,
    ...request.members.map(({ personId }) => personId),
    ...remarks.map(({ authorId }) => authorId),
    ...tasks.map(({ personId }) => personId),
    ...edits.map(({ personId }) => personId),
    ...attachments.map(({ byId }) => byId),
    ...closeOuts.map(({ byId }) => byId),
    ...renewals.map(({ askedById }) => askedById),
  ]
}

/** Who changed what of the draft, which only those who ask see; and who was invited by mail and has not come: each side its own guests, and those who ask the members whom the hub invites. */
function ofTheSide({ standing }: Seen, { edits, invitations }: Details, names: ReadonlyMap<string, string>) {
  const asks = standing.side === 'asking'
  const handles = standing.roles.includes('handler')
  const sees = (kind: string, byHub: boolean) => (asks && kind === 'member') || (byHub && handles)
  return {
    edits: (asks ? edits : []).map(({ personId, changes, at, revision }) => ({
      by: names.get(personId) ?? '',
      at,
      revision,
      changes: changes as { field: string; before: unknown; after: unknown }[],
    })),
    invitations: invitations
      .filter(({ kind, byHub }) => sees(kind, byHub))
      .map(({ id, kind, byHub, email, name, createdAt, expiresAt }) => ({
        id,
        kind,
        byHub,
        email,
        name,
        createdAt,
        expiresAt,
      })),
  }
}

type Names = ReadonlyMap<string, string>

/** How it came to its end, as it was told each time, the newest first; and what is missing of that. */
function endsOf({ request: { state }, standing }: Seen, { closeOuts, given }: Details, names: Names) {
  const [told = null] = closeOuts
  const [closeOut = null, ...earlierCloseOuts] = closeOuts.map(({ byId, requestId: _, ...told }) => ({
    ...told,
    by: names.get(byId) ?? '',
  }))
  /** What of it is missing; null to who was asked. */
  const closeOutLacks = standing.side === 'asked' ? null : lacksOf({ state, grants: given, told })
  return { closeOut, earlierCloseOuts, closeOutLacks }
}

/** Wishes for more time, with what came of them: of those who ask and those who handle. */
const renewalsOf = ({ standing }: Seen, { renewals }: Details, names: Names) =>
  standing.side === 'asked'
    ? []
    : renewals.map(({ id, wantedUntil, reason, askedById, askedAt, state, answer }) => {
        const by = names.get(askedById) ?? ''
        return { id, wantedUntil, reason, by, askedAt, state, answer }
      })

/** The request's own columns, its project and its people. */
function headOf({ request, project }: Seen, names: Names) {
  const {
    items: _,
    members,
    tasks: __,
    applicantId,
    projectId: ___,
    formVersionId: ____,
    answers: _____,
    // Codes of what the answers say in words, which who was asked may not see.
    purposes: ______,
    processing,
    processingAt,
    ...own
  } = request
  return {
    ...own,
    processing: processingOf(processing, processingAt),
    project: { slug: project.slug, name: project.name, institutionName: project.institutionName },
    applicant: { id: applicantId, name: names.get(applicantId) ?? '' },
    members: members.map(({ personId, joinedAt }) => ({ id: personId, name: names.get(personId) ?? '', joinedAt })),
  }
}

/** The datasets and grants, what is missing and what is owed, and how long such a turn takes. */
async function standingOf(person: Person, seen: Seen, now: Date) {
  const items = await itemsOf(seen, now)
  const slugs = new Map(items.map(({ datasetId, slug }) => [datasetId, slug]))
  return {
    items,
    resting: await restingNow(seen, items, now),
    grants: await grantsListed(seen, slugs, person.id, now),
    ...(await answersSeen(seen)),
    filesLeft: await filesToHandIn(seen),
    readiness: await readinessOf(seen, person.id, now),
    owedTerms: await termsOwed(seen, person.id, now),
    accepted: await termsAccepted(seen),
    ethics: await ethicsNamed(seen, person.id, now),
    handling: await handlingOf(seen, now),
    receiving: verbsOf(seen.request.state, seen.standing.roles, seen.off).includes('hand-over')
      ? await receivingProjects(seen, person.id, now)
      : [],
    medianDays: (await medianDays(db(), now)).get(seen.request.turn) ?? null,
  }
}

async function whole(ctx: Context, person: Person, seen: Seen) {
  const { request, standing } = seen
  const asked = standing.side === 'asked'
  const details = await detailsOf(db(), request.id)
  const names = await peopleNamed(db(), everybodyIn(seen, details))
  const { conditions, extra } = details
  const stands = await standingOf(person, seen, ctx.now)
  const askers = await askersOf(db(), seen)
  const holders = await holdersAmong(
    db(),
    details.tasks.map(({ personId }) => personId),
  )
  return {
    ...headOf(seen, names),
    turns: turnsIn(seen, details),
    ...stands,
    /** Null to who was asked: it must not affect the decision. */
    optedOut: asked ? null : request.optedOut,
    ...spoken(seen, details, names, { askers, holders }),
    ...ofTheSide(seen, details, names),
    conditions: conditions.map(({ id, text, at }) => ({ id, text, at })),
    attachments: filesListed(seen, details, { names, askers, reviewed: await reviewedFor(db(), seen) }),
    renewals: renewalsOf(seen, details, names),
    extra,
    ...endsOf(seen, details, names),
    side: standing.side,
    /** To the hub: that those who ask are not told who of it did what. */
    hides: standing.side !== 'asking' && seen.hides,
    processingChoices: await processingFor(db(), seen),
    conflict: standing.side === 'hub' ? standing.conflict : null,
    may: abilitiesOf(ctx, seen, person.id),
    ownTasks: request.tasks.filter(({ personId, state }) => personId === person.id && state === 'open'),
  }
}

/** One request with everything that the reader may see of it, and what they may do. */
export const oneRequest = query({
  name: 'access.one-request',
  input: RequestAddress,
  scope: ({ actor }) => readerScope(actor),
  read: async ({ person }, { request }, ctx) => {
    const seen = await visibleRequest(ctx, request)
    return seen && whole(ctx, person, seen)
  },
})

export type WholeRequest = Awaited<ReturnType<typeof oneRequest>>
