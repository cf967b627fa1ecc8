import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { show } from '@/app/show'
import { text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { TextArea, TextInput } from '@/components/ui/text-fields'
import { stewardDashboard } from '@/lib/catalogue/queries/stewardship'
import { requestContext } from '@/lib/identity/session'
import { makeDataset } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('stewardship.new') }
}

export default async function NewDatasetPage() {
  const ctx = await requestContext()
  const { mayWrite } = await show(stewardDashboard(ctx, {}), '/stewardship/datasets/new')
  if (!mayWrite) notFound()
  const t = text(ctx.language)
  const crumbs = [{ href: '/stewardship/datasets', label: t('stewardship.datasets') }]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={ctx.language} />}
        title={t('stewardship.new')}
        lead={t('stewardship.new.lead')}
      />
      <ActionForm action={makeDataset} language={ctx.language} submit={t('stewardship.new.submit')}>
        <TextInput
          name="slug"
          label={t('catalogue.field.slug')}
          hint={t('stewardship.slug.hint')}
          width="medium"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextInput name="title" label={t('catalogue.field.title')} width="full" />
        <TextInput name="shortName" label={t('catalogue.field.shortName')} width="medium" />
        <TextInput
          name="subject"
          label={t('catalogue.field.subject')}
          hint={t('stewardship.hint.subject')}
          width="medium"
        />
        <TextArea name="abstract" label={t('catalogue.field.abstract')} rows={6} />
      </ActionForm>
    </>
  )
}
