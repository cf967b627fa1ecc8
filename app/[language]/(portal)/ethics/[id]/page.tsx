import type { Metadata } from 'next'
import { show } from '@/app/show'
import { ApprovalFacts } from '@/components/ethics/approval-facts'
import { EthicsHistory } from '@/components/ethics/history'
import { StandingPanel } from '@/components/ethics/standing-panel'
import { EthicsStatusBadge, VersionStateBadge } from '@/components/ethics/status'
import { Missing, VersionHistory } from '@/components/ethics/version-history'
import { type Text, text } from '@/components/messages'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel, WithAside } from '@/components/ui/panel'
import { type OneApproval, oneApproval } from '@/lib/ethics/queries/one-approval'
import { requestContext } from '@/lib/identity/session'
import { Documents, Steps } from './parts'

type Props = { params: Promise<{ id: string }> }

async function read({ params }: Props) {
  const [ctx, { id }] = await Promise.all([requestContext(), params])
  return { ctx, approval: await show(oneApproval(ctx, { approval: id }), `/ethics/${id}`) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { ctx, approval } = await read(props)
  return { title: text(ctx.language)('ethics.one.title', { number: approval.latest.number }) }
}

/** What has to be known before anything else is read. */
function Word({ t, approval }: { t: Text; approval: OneApproval }) {
  const { latest, governing, withdrawnAt, withdrawnReason, takesPart, may } = approval
  if (withdrawnAt)
    return (
      <Notice tone="idle" title={t('ethics.is-withdrawn')}>
        {withdrawnReason}
      </Notice>
    )
  if (latest.state === 'returned')
    return (
      <Notice tone="stop" title={t('ethics.returned')}>
        <p className="whitespace-pre-line">{latest.judgedNote}</p>
        <Missing t={t} version={latest} />
      </Notice>
    )
  if (latest.state === 'submitted')
    return (
      <Notice tone="wait" title={t(governing ? 'ethics.waits.change' : 'ethics.waits')}>
        {takesPart && !may.includes('verify') ? t('ethics.waits.who') : null}
      </Notice>
    )
  return latest.state === 'draft' ? <Notice title={t(governing ? 'ethics.draft.change' : 'ethics.draft')} /> : null
}

export default async function ApprovalPage(props: Props) {
  const { ctx, approval } = await read(props)
  const { language } = ctx
  const t = text(language)
  const { latest, governing, project } = approval
  const shown = { t, language, datasets: approval.datasets }
  const isChange = governing !== null && governing.id !== latest.id
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ href: '/ethics', label: t('ethics.title') }]} language={language} />}
        title={latest.title}
        state={
          <>
            <span>{latest.number}</span>
            <EthicsStatusBadge t={t} status={approval.status} />
            {latest.state !== 'verified' && !approval.withdrawnAt && <VersionStateBadge t={t} state={latest.state} />}
            <span>{project.name}</span>
          </>
        }
      />
      <WithAside
        aside={
          <>
            {approval.may.length > 0 && (
              <Panel title={t('ethics.next')}>
                <Steps t={t} language={language} approval={approval} />
              </Panel>
            )}
            <Panel title={t('ethics.history')}>
              <EthicsHistory t={t} language={language} entries={approval.history} />
            </Panel>
          </>
        }
      >
        <Word t={t} approval={approval} />
        <Panel title={t('ethics.standing')}>
          <StandingPanel t={t} language={language} approval={approval} />
        </Panel>
        <Panel title={t(isChange ? 'ethics.says.change' : 'ethics.says', { version: latest.ordinal })}>
          <ApprovalFacts {...shown} content={latest} changed={approval.changed} />
        </Panel>
        {isChange && governing && (
          <Panel>
            <Disclosure summary={t('ethics.says.governing', { version: governing.ordinal })}>
              <ApprovalFacts {...shown} content={governing} />
            </Disclosure>
          </Panel>
        )}
        <Documents t={t} language={language} approval={approval} />
        <Panel title={t('ethics.versions')}>
          <VersionHistory t={t} language={language} versions={approval.versions} />
        </Panel>
      </WithAside>
    </>
  )
}
