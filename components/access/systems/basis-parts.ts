import type { Text } from '@/components/messages'
import type { GrantBasis } from '@/lib/access/queries/grant-basis'
import { type Part, restsOn } from '@/lib/access/rules/basis'
import { lastDayBefore } from '@/lib/projects/rules/periods'
import { wordFor } from '../request/words'

/** One box of the picture: what it is, how it stands, until when, where it is to be seen; under which it hangs, and how deep. */
export type Box = {
  readonly key: string
  readonly under: string | null
  readonly depth: number
  readonly ok: boolean
  readonly title: string
  readonly state: string
  readonly until: string | null
  readonly href: string | null
}

const validNow = ['valid', 'valid-with-conditions']

function titleOf(t: Text, part: Part, basis: GrantBasis): string {
  const names: Partial<Record<Part, string>> = {
    grant: basis.dataset,
    request: basis.request.reference,
    project: basis.project.name,
    membership: basis.person.name,
  }
  const of = names[part]
  return of === undefined ? t(`basis.part.${part}`) : t('basis.named', { part: t(`basis.part.${part}`), name: of })
}

function hrefOf(part: Part, { dataset, request, project }: GrantBasis): string | null {
  if (part === 'request' || part === 'membership') return `/requests/${request.id}`
  if (part === 'dataset') return `/datasets/${dataset}`
  return part === 'project' ? `/projects/${project.slug}` : null
}

const depthOf = (part: Part): number => (part === 'grant' ? 0 : 1 + depthOf(restsOn[part]))

function partBox(t: Text, basis: GrantBasis, { part, reasons, until }: GrantBasis['parts'][number]): Box {
  const failing = reasons.map(({ code }) => t(`access.cause.${code}`))
  return {
    key: part,
    under: part === 'grant' ? null : restsOn[part],
    depth: depthOf(part),
    ok: reasons.length === 0,
    title: titleOf(t, part, basis),
    state: failing.length === 0 ? t('basis.holds') : failing.join('; '),
    until: until && lastDayBefore(until),
    href: hrefOf(part, basis),
  }
}

const approvalBox = (t: Text, { id, number, status, isAmendment, endsOn }: GrantBasis['approvals'][number]): Box => ({
  key: id,
  under: 'ethics',
  depth: depthOf('ethics') + 1,
  ok: validNow.includes(status),
  title: t('basis.named', { part: t(isAmendment ? 'basis.amendment' : 'basis.approval'), name: number }),
  state: wordFor(t, 'ethics', status),
  until: endsOn,
  href: `/ethics/${id}`,
})

/** The boxes in the order in which they are drawn: each above what it rests on. */
export function boxesOf(t: Text, basis: GrantBasis): Box[] {
  const all = [
    ...basis.parts.map((one) => partBox(t, basis, one)),
    ...basis.approvals.map((one) => approvalBox(t, one)),
  ]
  const beneath = (key: string | null): Box[] =>
    all.filter(({ under }) => under === key).flatMap((box) => [box, ...beneath(box.key)])
  return beneath(null)
}
