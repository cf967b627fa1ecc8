import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { show } from '@/app/show'
import { TermsFields } from '@/components/access/terms/terms-fields'
import { subjectWords } from '@/components/access/terms/terms-list'
import { text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { keptTerms } from '@/lib/access/queries/terms'
import { requestContext } from '@/lib/identity/session'
import { publish } from '../actions'

type Props = { searchParams: Promise<{ subject?: string }> }

const here = '/stewardship/terms'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('terms.new') }
}

export default async function PublishTermsPage({ searchParams }: Props) {
  const [ctx, { subject }] = await Promise.all([requestContext(), searchParams])
  const { language } = ctx
  const t = text(language)
  const versions = await show(keptTerms(ctx, {}), here)
  const newest = versions.find((one) => one.subject === subject) ?? null
  // A new version is of terms that there are; new ones say themselves what they are for.
  if (subject && !newest) notFound()
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ href: here, label: t('terms.title') }]} language={language} />}
        title={newest ? t('terms.next.of', { name: subjectWords(t, newest.subject) }) : t('terms.new')}
      />
      <Panel>
        <ActionForm action={publish} language={language} submit={t('terms.publish')} look="primary">
          <TermsFields t={t} subject={subject ?? null} newest={newest} />
        </ActionForm>
      </Panel>
    </>
  )
}
