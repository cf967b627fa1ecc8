import { createForm } from '@/lib/access/commands/form-drafts'
import { publishForm } from '@/lib/access/commands/form-versions'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { steward } from '../catalogue/stewards'

const both = (text: string) => ({ en: text, sv: `${text} (sv)` })

/** What a small form asks: a name, a choice, and something that hangs on it. */
export const contentOf = (title = 'A small form'): unknown => ({
  title: both(title),
  fields: [
    { key: 'study', kind: 'description', label: both('Name of the study') },
    {
      key: 'share',
      kind: 'option',
      label: both('Will the data be shared?'),
      options: [
        { key: 'yes', label: both('Yes') },
        { key: 'no', label: both('No') },
      ],
    },
    { key: 'with', kind: 'text', label: both('With whom'), visibleIf: { field: 'share', options: ['yes'] } },
  ],
})

const someSlug = () => `f${newId()}`

/** The address of a new form, a draft at revision 1. */
export async function draftedForm(ctx?: Context): Promise<string> {
  const form = someSlug()
  await createForm(ctx ?? (await steward()), { form, content: contentOf() })
  return form
}

/** The address of a form with one version, at revision 2. */
export async function publishedFormOf(ctx?: Context): Promise<string> {
  const keeper = ctx ?? (await steward())
  const form = await draftedForm(keeper)
  await publishForm(keeper, { form, expectedRevision: 1 })
  return form
}

/** What the journal says of a form, oldest first. */
export async function factsOfForm(form: string) {
  const { id } = await db().accessForm.findUniqueOrThrow({ where: { slug: form }, select: { id: true } })
  return db().event.findMany({
    where: { stream: `access-form:${id}` },
    orderBy: { seq: 'asc' },
    select: { type: true, data: true },
  })
}
