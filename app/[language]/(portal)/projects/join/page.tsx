import type { Metadata } from 'next'
import { type Text, text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { requestContext } from '@/lib/identity/session'
import { type Context, isPerson } from '@/lib/platform/context'
import { invitationLink } from '@/lib/projects/queries/invitation'
import { join } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  // The address holds the link's secret: no other site is told of it.
  return { title: text(language)('project.join'), robots: { index: false }, referrer: 'no-referrer' }
}

type Part = { ctx: Context; t: Text; ticket: string }

/** Joining by an account: the one that is signed in, or first the way to one. */
function Way({ ctx, t, ticket }: Part) {
  if (isPerson(ctx.actor))
    return (
      <ActionForm action={join} language={ctx.language} submit={t('project.join.do')}>
        <p className="mb-3 text-soft">{t('project.join.as', { name: ctx.actor.name })}</p>
        <input type="hidden" name="ticket" value={ticket} />
      </ActionForm>
    )
  const next = `/projects/join?${new URLSearchParams({ ticket })}`
  return (
    <>
      <p className="mb-3 text-soft">{t('project.join.sign-in.text')}</p>
      <div className="flex flex-wrap gap-3">
        <LinkButton look="primary" href={`/sign-in?${new URLSearchParams({ next })}`}>
          {t('project.join.sign-in')}
        </LinkButton>
        <LinkButton href={`/register?${new URLSearchParams({ next })}`}>{t('project.join.register')}</LinkButton>
      </div>
    </>
  )
}

/** Where a mailed invitation leads, signed in or not. Following it changes nothing yet: mail scanners follow links too. */
export default async function JoinPage({ searchParams }: Props) {
  const [ctx, query] = await Promise.all([requestContext(), searchParams])
  const t = text(ctx.language)
  const ticket = typeof query.ticket === 'string' ? query.ticket.slice(0, 200) : ''
  const { offer, over } = await invitationLink(ctx, { ticket })
  const why = over ?? 'unknown'
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title={t('project.join')} />
      {offer ? (
        <Panel title={offer.name}>
          <p className="mb-4">{t('project.join.offer', offer)}</p>
          <Way ctx={ctx} t={t} ticket={ticket} />
        </Panel>
      ) : (
        <EmptyState
          title={t(`project.join.over.${why}`)}
          action={<LinkButton href="/projects">{t('project.projects')}</LinkButton>}
        >
          {t(`project.join.over.${why}.text`)}
        </EmptyState>
      )}
    </div>
  )
}
