import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { type AskedWith, byForm, type FormGroup } from '../rules/asked-forms'
import { formOfRequests } from '../rules/forms-standard'
import { type FormVersion, lockForm, newestFormVersion } from './forms'

/** The form with which each of these datasets is asked now, by its workflow. */
export const askedWith = (tx: Tx, datasetIds: readonly string[]): Promise<AskedWith[]> =>
  tx.$queryRaw<AskedWith[]>`SELECT d.slug, coalesce(f.slug, ${formOfRequests}) AS form
    FROM dataset d LEFT JOIN access_workflow_dataset g ON g.dataset_id = d.id
    JOIN access_workflow w ON w.id = coalesce(g.workflow_id, (SELECT id FROM access_workflow WHERE is_default))
    LEFT JOIN access_form f ON f.id = w.form_id
    WHERE d.id = ANY (${[...datasetIds]}::uuid[]) ORDER BY f.slug NULLS FIRST, d.slug`

/** A form that datasets are asked with, in its newest version; null where none was published. */
export type AskedForm = FormGroup & { readonly version: FormVersion | null }

const group = async (tx: Tx, form: string, datasets: readonly string[]): Promise<AskedForm> => {
  const version = await newestFormVersion(tx, form)
  return { form, datasets, version, title: version?.content.title ?? null }
}

/** What the default workflow asks with, for a request that has no dataset yet. */
async function defaultForm(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ form: string }[]>(Prisma.sql`SELECT coalesce(f.slug, ${formOfRequests}) AS form
    FROM access_workflow w LEFT JOIN access_form f ON f.id = w.form_id WHERE w.is_default`)
  return row?.form ?? formOfRequests
}

/** These datasets by the form that they are asked with, each with its newest version. */
export async function groupsOf(tx: Tx, datasets: readonly AskedWith[]): Promise<AskedForm[]> {
  const groups: AskedForm[] = []
  for (const one of byForm(datasets)) groups.push(await group(tx, one.form, one.datasets))
  return groups
}

/** The forms that these datasets are asked with; of no dataset at all that of the default workflow. */
export async function askedForms(tx: Tx, datasetIds: readonly string[]): Promise<AskedForm[]> {
  if (datasetIds.length === 0) return [await group(tx, await defaultForm(tx), [])]
  return groupsOf(tx, await askedWith(tx, datasetIds))
}

/** The form that a request was made with; null: with none. */
export async function formMadeWith(tx: Tx, formVersionId: string | null): Promise<string | null> {
  if (formVersionId === null) return null
  const where = { id: formVersionId }
  const row = await tx.accessFormVersion.findUniqueOrThrow({ where, select: { form: { select: { slug: true } } } })
  return row.form.slug
}

/** The addresses of the forms that these requests were made with, by request; one that was made with none is missing. */
export async function formsMadeWith(tx: Tx, requestIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; form: string }[]>`SELECT r.id, f.slug AS form FROM access_request r
    JOIN access_form_version v ON v.id = r.form_version_id JOIN access_form f ON f.id = v.form_id
    WHERE r.id = ANY (${[...requestIds]}::uuid[])`
  return new Map(rows.map(({ id, form }) => [id, form]))
}

/** A form that a workflow is to ask with: its id, null for the standard one; and whether it is in use and was published. */
export type ChosenForm = { readonly slug: string; readonly id: string | null; readonly isInUse: boolean }

/** Holds the form, so that it is not retired before it is chosen. The standard one needs no version: until there is one nothing is asked. */
export async function chosenForm(tx: Tx, slug: string): Promise<ChosenForm> {
  const { form } = await lockForm(tx, { form: slug })
  if (slug === formOfRequests) return { slug, id: null, isInUse: form?.state !== 'retired' }
  return { slug, id: form?.id ?? null, isInUse: form?.state === 'active' && form.current !== null }
}

/** The names of the workflows that ask with a form, in their order. */
export async function workflowsAsking(tx: Tx, form: string): Promise<string[]> {
  const chosen = { form: { slug: form } }
  const where = form === formOfRequests ? { OR: [chosen, { formId: null }] } : chosen
  return (await tx.accessWorkflow.findMany({ where, select: { name: true }, orderBy: { name: 'asc' } })).map(
    ({ name }) => name,
  )
}
