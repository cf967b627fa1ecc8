import type { Metadata } from 'next'
import { show } from '@/app/show'
import { type Text, text } from '@/components/messages'
import { formatDateTime } from '@/components/ui/format'
import { DefinitionList, Timeline } from '@/components/ui/lists'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel, WithAside } from '@/components/ui/panel'
import { StateBadge } from '@/components/ui/tag'
import { isRole } from '@/lib/identity/policy'
import { personFile } from '@/lib/identity/queries/people'
import { organisationName } from '@/lib/identity/rules/organisations'
import { requestContext } from '@/lib/identity/session'
import type { Language } from '@/lib/platform/messages'
import { AccountDecisions, RoleDecisions } from './decisions'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ id: string }> }
type File = Awaited<ReturnType<typeof personFile>>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [ctx, { id }] = await Promise.all([requestContext(), params])
  const person = await show(personFile(ctx, { person: id }), `/administration/people/${id}`)
  return { title: person.name }
}

function Facts({ t, person, language }: { t: Text; person: File; language: Language }) {
  const without = person.demonstration ? 'identity.person.factor.demonstration' : 'identity.person.factor.none'
  const factor = t(person.secondFactor ? 'identity.person.factor.some' : without)
  const facts = [
    { key: 'email', term: t('identity.person.email'), detail: person.email },
    { key: 'orcid', term: t('identity.person.orcid'), detail: person.orcid },
    { key: 'organisation', term: t('identity.person.organisation'), detail: organisationName(person.organisation) },
    { key: 'factor', term: t('identity.person.factor'), detail: factor },
    { key: 'since', term: t('identity.person.since'), detail: formatDateTime(person.createdAt) },
  ]
  return (
    <Panel>
      <DefinitionList facts={facts} language={language} />
    </Panel>
  )
}

function Decisions({ t, person }: { t: Text; person: File }) {
  const happenings = person.decisions.map(({ id, action, role, reason, by, at }) => ({
    key: id,
    title: t(`identity.person.change.${action}` as 'identity.person.change.given', {
      role: isRole(role) ? t(`identity.role.${role}`) : '',
    }),
    about: `${formatDateTime(at)}, ${by ? t('identity.person.by', { name: by }) : t('identity.person.by.system')}: ${reason}`,
  }))
  return (
    <Panel title={t('identity.person.history')}>
      {happenings.length > 0 ? <Timeline happenings={happenings} /> : <p>{t('identity.person.history.none')}</p>}
    </Panel>
  )
}

export default async function PersonPage({ params }: Props) {
  const [ctx, { id }] = await Promise.all([requestContext(), params])
  const t = text(ctx.language)
  const person = await show(personFile(ctx, { person: id }), `/administration/people/${id}`)
  const state = person.deactivatedAt ? (
    <StateBadge tone="stop">{t('identity.person.closed')}</StateBadge>
  ) : (
    <StateBadge tone="ok">{t('identity.person.open')}</StateBadge>
  )
  return (
    <>
      <PageHeader
        title={person.name}
        state={
          <>
            {state}
            {person.demonstration && <span>{t('identity.person.demonstration')}</span>}
          </>
        }
        actions={<a href={`/journal?${new URLSearchParams({ person: id })}`}>{t('identity.person.journal')}</a>}
      />
      <WithAside aside={<Decisions t={t} person={person} />}>
        <Facts t={t} person={person} language={ctx.language} />
        {person.own && <Notice>{t('identity.person.own')}</Notice>}
        <RoleDecisions t={t} person={person} language={ctx.language} />
        {!person.own && <AccountDecisions t={t} person={person} language={ctx.language} />}
      </WithAside>
    </>
  )
}
