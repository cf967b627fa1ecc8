import type { Metadata } from 'next'
import { show } from '@/app/show'
import { TermsPanel } from '@/components/access/terms/terms-list'
import { text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { keptTerms } from '@/lib/access/queries/terms'
import { requestContext } from '@/lib/identity/session'

const here = '/stewardship/terms'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('terms.title') }
}

export default async function TermsPage() {
  const ctx = await requestContext()
  const { language, now } = ctx
  const t = text(language)
  const versions = await show(keptTerms(ctx, {}), here)
  const subjects = [...new Set(versions.map(({ subject }) => subject))]
  const add = <LinkButton href={`${here}/new`}>{t('terms.new')}</LinkButton>
  return (
    <>
      <PageHeader title={t('terms.title')} lead={t('terms.lead')} actions={add} />
      {subjects.length === 0 && <EmptyState title={t('terms.none')}>{t('terms.none.how')}</EmptyState>}
      <div className="grid gap-5">
        {subjects.map((subject) => (
          <TermsPanel
            key={subject}
            t={t}
            language={language}
            now={now}
            subject={subject}
            versions={versions.filter((one) => one.subject === subject)}
          />
        ))}
      </div>
    </>
  )
}
