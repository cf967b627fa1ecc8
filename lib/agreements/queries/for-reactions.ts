import 'server-only'
import { db } from '@/lib/platform/db'
import { authorities, standingOf } from '@/lib/projects/rules/authority'
import { delegatedIn } from '@/lib/projects/store/standing'
import type { SignedKind, TextKind } from '../rules/in-force'

/** A document with its project and who signs for it now: the PI, and who holds every authority. For reactions only. */
export async function documentToTell(id: string, now: Date) {
  const select = {
    kind: true,
    reason: true,
    validFrom: true,
    validUntil: true,
    submittedById: true,
    projectId: true,
    state: true,
  } as const
  const document = await db().signedDocument.findUnique({ where: { id }, select })
  const where = { id: document?.projectId ?? id }
  const project = await db().project.findUnique({ where, select: { id: true, slug: true, name: true, piId: true } })
  if (!document || !project) return null
  const delegated = await delegatedIn(db(), project)
  const signs = (personId: string) => standingOf(delegated, personId, now).authorities.length === authorities.length
  const signatories = [...delegated.memberIds].filter(signs)
  return { ...document, kind: document.kind as SignedKind, project, signatories }
}

/** A published text, and who accepted an earlier version of it. For reactions only. */
export async function textToTell(id: string) {
  const select = { kind: true, version: true, titleEn: true, titleSv: true, changeNote: true, bindsFrom: true } as const
  const text = await db().agreementText.findUnique({ where: { id, publishedAt: { not: null } }, select })
  if (!text) return null
  const accepted = await db().acceptance.findMany({
    where: { subject: '', text: { kind: text.kind, version: { lt: text.version } } },
    select: { personId: true },
    distinct: ['personId'],
  })
  return { ...text, kind: text.kind as TextKind, personIds: accepted.map(({ personId }) => personId) }
}
