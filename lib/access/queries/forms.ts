import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { FormContent, isAnswered } from '../schema/forms'
import { DatasetAddress, OneForm, OneFormVersion } from '../schema/forms-inputs'
import { askedForms } from '../store/asked-forms'
import type { FormState } from '../store/forms'

const published = { number: true, changeNote: true, publishedAt: true, content: true } as const

type Row = { number: number; changeNote: string; publishedAt: Date; content: unknown }

const versionOf = ({ content, ...row }: Row) => ({ ...row, content: FormContent.parse(content) })

/** Forms that were published, by their address: whoever thinks of applying reads what they would be asked. */
export const publishedForms = query({
  name: 'access.forms',
  input: z.object({}),
  scope: () => 'public' as const,
  read: async () => {
    const rows = await db().accessForm.findMany({
      where: { versions: { some: {} } },
      select: { slug: true, state: true, versions: { select: published, orderBy: { number: 'desc' }, take: 1 } },
      orderBy: { slug: 'asc' },
    })
    return rows.flatMap(({ slug: form, state, versions }) =>
      versions.map((row) => {
        const { number, publishedAt, content } = versionOf(row)
        return { form, state: state as FormState, title: content.title, number, publishedAt }
      }),
    )
  },
})

async function versionsOf(slug: string) {
  const select = { slug: true, state: true, versions: { select: published, orderBy: { number: 'desc' } } } as const
  const row = await db().accessForm.findUnique({ where: { slug }, select })
  const [newest] = row?.versions ?? []
  return row && newest ? { form: slug, state: row.state as FormState, versions: row.versions.map(versionOf) } : null
}

/** A form with everything that it asks in its newest version, and the list of its versions. Never published reads "not found". */
export const publishedForm = query({
  name: 'access.form',
  input: OneForm,
  scope: () => 'public' as const,
  read: async (_, { form: slug }) => {
    const found = await versionsOf(slug)
    const newest = found?.versions[0]
    if (!found || !newest) return null
    const versions = found.versions.map(({ number, changeNote, publishedAt }) => ({ number, changeNote, publishedAt }))
    return { form: slug, state: found.state, ...newest, versions }
  },
})

/** One version, however old, with the one before it to compare with. */
export const publishedFormVersion = query({
  name: 'access.form-version',
  input: OneFormVersion,
  scope: () => 'public' as const,
  read: async (_, { form: slug, number }) => {
    const found = await versionsOf(slug)
    const at = found?.versions.findIndex((one) => one.number === number) ?? -1
    const version = found?.versions[at]
    if (!found || !version) return null
    return {
      form: slug,
      state: found.state,
      ...version,
      before: found.versions[at + 1] ?? null,
      newest: found.versions[0]?.number ?? number,
    }
  },
})

/** The form that a request for this dataset is made with. Whatever is not in the catalogue reads "not found". */
export const formOfDataset = query({
  name: 'access.form-of-dataset',
  input: DatasetAddress,
  scope: () => 'public' as const,
  read: async (_, { slug }) => {
    const dataset = await db().dataset.findUnique({ where: { slug, state: 'published' }, select: { id: true } })
    const [asked] = dataset ? await askedForms(db(), [dataset.id]) : []
    if (!asked) return null
    const { form, title, version } = asked
    const answered = (version?.content.fields ?? []).filter((field) => isAnswered(field) && !field.optional)
    const asks = answered.filter(({ visibleIf }) => visibleIf === null).map(({ label }) => label)
    return { form, title, number: version?.number ?? null, asks }
  },
})
