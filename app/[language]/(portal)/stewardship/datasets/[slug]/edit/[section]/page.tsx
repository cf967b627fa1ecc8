import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { show } from '@/app/show'
import { type Text, table, text } from '@/components/messages'
import { Collisions } from '@/components/stewardship/collisions'
import { DrawnFrom } from '@/components/stewardship/drawn-from'
import { SectionFields } from '@/components/stewardship/section-fields'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { stewardedDataset } from '@/lib/catalogue/queries/stewarded-dataset'
import { isSection, type Section, sections } from '@/lib/catalogue/rules/draft-form'
import { requestContext } from '@/lib/identity/session'
import type { Language } from '@/lib/platform/messages'
import { saveSection } from '../../../../actions'

type Props = { params: Promise<{ slug: string; section: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ language }, { slug, section }] = await Promise.all([requestContext(), params])
  const t = text(language)
  return { title: `${isSection(section) ? t(`stewardship.section.${section}`) : t('stewardship.tasks')} · ${slug}` }
}

const collisionWords = (t: Text, language: Language, section: Section) => ({
  title: t('stewardship.collision.title'),
  mine: t('stewardship.collision.mine'),
  theirs: t('stewardship.collision.theirs'),
  empty: t('stewardship.collision.empty'),
  somebody: t('stewardship.collision.somebody'),
  from: table[language]['stewardship.collision.from'],
  fields: Object.fromEntries(sections[section].map((field) => [field, t(`catalogue.field.${field}`)])),
})

export default async function SectionPage({ params }: Props) {
  const [ctx, { slug, section }] = await Promise.all([requestContext(), params])
  const { language } = ctx
  const t = text(language)
  const here = `/stewardship/datasets/${slug}`
  const dataset = await show(stewardedDataset(ctx, { slug }), here)
  if (!isSection(section) || !dataset.abilities.includes('edit')) notFound()
  const crumbs = [
    { href: '/stewardship/datasets', label: t('stewardship.datasets') },
    { href: here, label: dataset.record.title },
  ]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={t(`stewardship.section.${section}`)}
      />
      <ActionForm
        action={saveSection}
        language={language}
        submit={t('stewardship.save')}
        beside={<LinkButton href={here}>{t('stewardship.back')}</LinkButton>}
      >
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="section" value={section} />
        <DrawnFrom revision={dataset.revision} />
        <Collisions words={collisionWords(t, language, section)} />
        <SectionFields language={language} record={dataset.record} section={section} />
      </ActionForm>
    </>
  )
}
