import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { foundOrMissing } from '@/app/found-or-missing'
import { publicContext } from '@/app/public-context'
import { fieldSentences, sentenceOf } from '@/app/refusal-text'
import { UseVerdict } from '@/components/access/duo/use-verdict'
import { PurposeFields } from '@/components/access/form/purpose-fields'
import { UseConditions } from '@/components/catalogue/dataset/data-use'
import { type Text, text } from '@/components/messages'
import { RadioGroup } from '@/components/ui/choice-fields'
import { GetForm } from '@/components/ui/get-form'
import { Notice } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel, WithAside } from '@/components/ui/panel'
import { matchDataUse } from '@/lib/access/queries/duo'
import { datasetPage } from '@/lib/catalogue/queries/dataset-page'
import { isLanguage, type Language } from '@/lib/platform/messages'
import { Refused } from '@/lib/platform/refusal'

export const dynamic = 'force-dynamic'

type Query = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ language: string; slug: string }>; searchParams: Promise<Query> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, slug } = await params
  // Endless combinations are not for crawlers.
  const robots = { index: false, follow: true }
  return isLanguage(language) ? { title: text(language)('purpose.title', { name: slug }), robots } : {}
}

/** The purpose as it stands in the address, `purpose.aim=…`. */
const purposeIn = (query: Query): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      name.startsWith('purpose.') && value !== undefined ? [[name.slice('purpose.'.length), value]] : [],
    ),
  )

/** How it compares, or what is wrong with what was stated. Nothing while nothing was asked. */
async function compare(language: Language, slug: string, query: Query) {
  const purpose = purposeIn(query)
  if (Object.keys(purpose).length === 0) return {}
  const ctx = publicContext(language)
  try {
    const { ethicsApproval } = query
    return { match: (await matchDataUse(ctx, { ...purpose, ethicsApproval, dataset: slug })).datasets[0] }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const said = Object.entries(fieldSentences(error.refusal, ctx))
    return {
      problem: sentenceOf(error.refusal, ctx),
      errors: Object.fromEntries(said.map(([path, words]) => [`purpose.${path.split('.')[0]}`, words])),
    }
  }
}

type Part = { t: Text; language: Language; slug: string; query: Query }

function Asking({ t, language, slug, query, errors }: Part & { errors?: Record<string, string[]> }) {
  const { ethicsApproval } = query
  const options = [
    { value: 'true', label: t('purpose.ethics.yes') },
    { value: 'false', label: t('purpose.ethics.no') },
  ]
  return (
    <GetForm language={language} action={`/datasets/${slug}/purpose`} submit={t('purpose.compare')} errors={errors}>
      <PurposeFields name="purpose" label={t('purpose.yours')} answer={purposeIn(query)} language={language} />
      <RadioGroup
        name="ethicsApproval"
        label={t('purpose.ethics')}
        options={options}
        defaultValue={typeof ethicsApproval === 'string' ? ethicsApproval : undefined}
        optional
      />
    </GetForm>
  )
}

export default async function PurposePage({ params, searchParams }: Props) {
  const [{ language, slug }, query] = await Promise.all([params, searchParams])
  if (!isLanguage(language)) notFound()
  const t = text(language)
  const page = await foundOrMissing(datasetPage(publicContext(language), { slug }))
  if (page.withdrawn) redirect(`/datasets/${slug}`)
  const { record } = page.version
  const { match, problem, errors } = await compare(language, slug, query)
  const crumbs = [
    { href: '/datasets', label: t('dataset.crumb') },
    { href: `/datasets/${slug}`, label: record.shortName },
  ]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={t('purpose.title', { name: record.shortName })}
        lead={t('purpose.lead')}
      />
      <WithAside
        aside={
          <Panel title={t('purpose.use')}>
            {page.dataUse ? <UseConditions language={language} conditions={page.dataUse} /> : t('purpose.use.none')}
          </Panel>
        }
      >
        {problem && <Notice tone="stop">{problem}</Notice>}
        {match && (
          <Panel title={t('purpose.answer')} id="answer">
            <UseVerdict t={t} language={language} verdict={match.verdict} reasons={match.reasons} />
          </Panel>
        )}
        <Asking t={t} language={language} slug={slug} query={query} errors={errors} />
      </WithAside>
    </>
  )
}
