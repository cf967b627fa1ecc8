import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isRefusal, notFound, type Refusal } from '@/lib/platform/refusal'
import { mayKeepForms, maySeeFormDrafts } from '../policy/forms'
import { FormContent } from '../schema/forms'
import { OneForm } from '../schema/forms-inputs'
import { workflowsAsking } from '../store/asked-forms'
import type { FormState } from '../store/forms'

/** The stewards' pages of forms: who may see drafts, and whether they may change them. */
function keepingScope({ actor }: Context): { mayWrite: boolean } | Refusal {
  const permission = maySeeFormDrafts(actor)
  if (isRefusal(permission)) return permission
  return permission ? { mayWrite: mayKeepForms(actor) === true } : notFound()
}

const version = { number: true, changeNote: true, publishedAt: true, content: true } as const
const columns = {
  slug: true,
  state: true,
  revision: true,
  draft: true,
  draftAt: true,
  draftById: true,
  versions: { select: version, orderBy: { number: 'desc' } },
} as const

const titleOf = (content: unknown) => FormContent.parse(content).title

/** Every form with its draft or newest version, by address. */
export const keptForms = query({
  name: 'access.kept-forms',
  input: z.object({}),
  scope: keepingScope,
  read: async ({ mayWrite }) => {
    const rows = await db().accessForm.findMany({
      select: { ...columns, versions: { ...columns.versions, take: 1 } },
      orderBy: { slug: 'asc' },
    })
    const forms = rows.map(({ slug: form, state, draft, draftAt, versions: [newest] }) => ({
      form,
      state: state as FormState,
      title: titleOf(draft ?? newest?.content),
      fields: FormContent.parse(draft ?? newest?.content).fields.length,
      number: newest?.number ?? null,
      publishedAt: newest?.publishedAt ?? null,
      draftAt,
    }))
    return { forms, mayWrite }
  },
})

/** One form as its stewards see it: the draft, else what is published, and every version. */
export const keptForm = query({
  name: 'access.kept-form',
  input: OneForm,
  scope: keepingScope,
  read: async ({ mayWrite }, { form: slug }) => {
    const row = await db().accessForm.findUnique({ where: { slug }, select: columns })
    if (row === null) return null
    const draft = row.draft === null ? null : FormContent.parse(row.draft)
    const versions = row.versions.map(({ content, ...one }) => ({ ...one, content: FormContent.parse(content) }))
    const current = versions[0] ?? null
    const content = draft ?? current?.content
    if (!content) return null
    const where = { id: row.draftById ?? '' }
    const by = row.draftById && (await db().person.findUnique({ where, select: { name: true } }))
    return {
      form: slug,
      state: row.state as FormState,
      revision: row.revision,
      content,
      draft,
      draftAt: row.draftAt,
      draftBy: by ? by.name : null,
      current,
      versions: versions.map(({ number, changeNote, publishedAt }) => ({ number, changeNote, publishedAt })),
      /** The workflows whose requests are made with it. */
      workflows: await workflowsAsking(db(), slug),
      mayWrite,
    }
  },
})

export type KeptForms = Awaited<ReturnType<typeof keptForms>>
export type KeptForm = Awaited<ReturnType<typeof keptForm>>
