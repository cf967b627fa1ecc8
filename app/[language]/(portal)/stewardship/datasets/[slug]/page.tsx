import type { Metadata } from 'next'
import { show } from '@/app/show'
import { type Text, text } from '@/components/messages'
import { StewardedDatasetPage } from '@/components/stewardship/dataset-page'
import { stewardedDataset } from '@/lib/catalogue/queries/stewarded-dataset'
import { isSection } from '@/lib/catalogue/rules/draft-form'
import { recordFields } from '@/lib/catalogue/schema/record'
import { requestContext } from '@/lib/identity/session'
import { discard, hide, publish, showAgain, withdraw } from '../../actions'

type Query = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: `${(await params).slug} · ${text(language)('stewardship.nav')}` }
}

/** What the act that led here did, in words. */
function toldBy(query: Query, t: Text): string | null {
  const { saved, also, published, done } = query
  if (typeof saved === 'string' && isSection(saved)) {
    const fields = recordFields.filter((field) => typeof also === 'string' && also.split(',').includes(field))
    const named = fields.map((field) => t(`catalogue.field.${field}`)).join(', ')
    const words = t('stewardship.saved', { section: t(`stewardship.section.${saved}`) })
    return named === '' ? words : `${words} ${t('stewardship.saved.passed', { fields: named })}`
  }
  if (typeof published === 'string' && /^[\d.]{1,20}$/.test(published)) {
    return t('stewardship.published', { version: published })
  }
  const key = `stewardship.done.${done}`
  return t.has(key) ? t(key) : null
}

export default async function DatasetPage({ params, searchParams }: Props) {
  const [ctx, { slug }, query] = await Promise.all([requestContext(), params, searchParams])
  const t = text(ctx.language)
  const dataset = await show(stewardedDataset(ctx, { slug }), `/stewardship/datasets/${slug}`)
  const acts = { publish, hide, showAgain, withdraw, discard }
  return (
    // Forms drawn from an older state are not the forms of the new one.
    <StewardedDatasetPage
      key={dataset.revision}
      t={t}
      language={ctx.language}
      dataset={dataset}
      acts={acts}
      told={toldBy(query, t)}
    />
  )
}
