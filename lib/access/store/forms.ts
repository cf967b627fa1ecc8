import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { FormContent } from '../schema/forms'

const columns = {
  id: true,
  slug: true,
  state: true,
  revision: true,
  draft: true,
  versions: { select: { id: true, number: true, content: true }, orderBy: { number: 'desc' }, take: 1 },
} as const satisfies Prisma.AccessFormSelect

export type FormState = 'active' | 'retired'

/** A form under lock: its draft, and the version that it asks with now. */
export type LockedForm = {
  id: string
  slug: string
  state: FormState
  revision: number
  draft: FormContent | null
  current: { id: string; number: number; content: FormContent } | null
}

/** Holds the form of this address, and the address itself where there is none; what there is at it. */
export async function lockForm(tx: Tx, { form: slug }: { form: string }): Promise<{ form: LockedForm | null }> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('access-form:' || ${slug}, 0))`
  const row = await tx.accessForm.findUnique({ where: { slug }, select: columns })
  if (row === null) return { form: null }
  const [version] = row.versions
  const current = version ? { ...version, content: FormContent.parse(version.content) } : null
  const draft = row.draft === null ? null : FormContent.parse(row.draft)
  return { form: { ...row, state: row.state as FormState, draft, current } }
}

const writerOf = ({ actor }: Context): string | null => (isPerson(actor) ? actor.id : null)

const drafted = (ctx: Context, content: FormContent) => ({ draft: content, draftById: writerOf(ctx), draftAt: ctx.now })
const undrafted = { draft: Prisma.DbNull, draftById: null, draftAt: null }

export async function insertForm(tx: Tx, ctx: Context, id: string, slug: string, content: FormContent): Promise<void> {
  const data = { id, slug, state: 'active', createdAt: ctx.now, ...drafted(ctx, content) }
  await tx.accessForm.create({ data, select: { id: true } })
}

type Change = { draft?: FormContent | null; state?: FormState }

/** Moves the form one revision on; `draft` null ends the draft. */
export async function changeForm(tx: Tx, ctx: Context, id: string, { draft, state }: Change): Promise<void> {
  const words = draft === undefined ? {} : draft === null ? undrafted : drafted(ctx, draft)
  const data = { ...words, ...(state && { state }), revision: { increment: 1 } }
  await tx.accessForm.update({ where: { id }, data, select: { id: true } })
}

/** Removes a form that was never published; the database refuses any other. */
export async function removeForm(tx: Tx, id: string): Promise<void> {
  await tx.accessForm.delete({ where: { id }, select: { id: true } })
}

type Version = { id: string; formId: string; number: number; content: FormContent; changeNote: string }

export async function insertFormVersion(tx: Tx, ctx: Context, version: Version): Promise<void> {
  const data = { ...version, publishedAt: ctx.now, publishedById: writerOf(ctx) }
  await tx.accessFormVersion.create({ data, select: { id: true } })
}

/** A published version as a request keeps it. */
export type FormVersion = { id: string; form: string; number: number; content: FormContent }

/** The version that a new request is made with: the newest of a form in use; null where there is none. */
export async function newestFormVersion(tx: Tx, slug: string): Promise<FormVersion | null> {
  const row = await tx.accessFormVersion.findFirst({
    where: { form: { slug, state: 'active' } },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, content: true },
  })
  return row && { id: row.id, form: slug, number: row.number, content: FormContent.parse(row.content) }
}

/** The version that a request was made with, whatever has become of its form. */
export async function formVersionById(tx: Tx, id: string): Promise<FormVersion | null> {
  const select = { id: true, number: true, content: true, form: { select: { slug: true } } } as const
  const row = await tx.accessFormVersion.findUnique({ where: { id }, select })
  return row && { id: row.id, form: row.form.slug, number: row.number, content: FormContent.parse(row.content) }
}
