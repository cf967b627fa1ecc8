import type { Metadata } from 'next'
import { show } from '@/app/show'
import { AboutPanel, FieldsPanel } from '@/components/access/forms/builder'
import { DraftPanels, StatePanel, VersionsPanel } from '@/components/access/forms/form-acts'
import { FormBadge } from '@/components/access/forms/form-table'
import { type Text, text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { formatDateTime } from '@/components/ui/format'
import { Notice } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { WithAside } from '@/components/ui/panel'
import { keptForm } from '@/lib/access/queries/forms-kept'
import { requestContext } from '@/lib/identity/session'
import { discard, move, publish, reinstate, retire, retitle } from '../actions'

type Query = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ form: string }>; searchParams: Promise<Query> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: `${(await params).form} · ${text(language)('forms.title')}` }
}

/** What the act that led here did, in words. */
function toldBy({ published, done, saved }: Query, t: Text): string | null {
  if (typeof published === 'string' && /^\d{1,4}$/.test(published)) return t('forms.published', { version: published })
  if (saved === 'field') return t('forms.saved')
  return done === 'discarded' || done === 'retired' || done === 'reinstated' ? t(`forms.${done}`) : null
}

export default async function FormPage({ params, searchParams }: Props) {
  const [ctx, { form }, query] = await Promise.all([requestContext(), params, searchParams])
  const { language } = ctx
  const t = text(language)
  const kept = await show(keptForm(ctx, { form }), `/stewardship/forms/${form}`)
  const { content, state, current, draft, draftAt, draftBy, mayWrite } = kept
  const part = { t, language, kept }
  const acts = { publish, discard, retire, reinstate }
  const told = toldBy(query, t)
  const crumbs = [{ href: '/stewardship/forms', label: t('forms.title') }]
  const by = { name: draftBy ?? t('stewardship.system'), when: draftAt ? formatDateTime(draftAt) : '' }
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={content.title[language]}
        state={
          <>
            <FormBadge t={t} state={state} isPublished={current !== null} />
            <span>{form}</span>
            {draft && draftAt && <span>{t('forms.draft.by', by)}</span>}
          </>
        }
        actions={
          <>
            <LinkButton href={`/stewardship/forms/${form}/preview`}>{t('forms.preview')}</LinkButton>
            {draft && mayWrite && <LinkButton href="#publish">{t('forms.to-publish')}</LinkButton>}
          </>
        }
      />
      {told && (
        <div className="mb-5">
          <Notice tone="ok" live>
            {told}
          </Notice>
        </div>
      )}
      <WithAside
        aside={
          <>
            <StatePanel {...part} acts={acts} />
            <VersionsPanel {...part} />
          </>
        }
      >
        <FieldsPanel {...part} move={move} />
        {/* Its fields are drawn anew when what stands there has changed. */}
        <AboutPanel key={kept.revision} {...part} save={retitle} />
        <DraftPanels {...part} acts={acts} />
      </WithAside>
    </>
  )
}
