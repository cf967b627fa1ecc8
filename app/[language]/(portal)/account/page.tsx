import type { Metadata } from 'next'
import { show } from '@/app/show'
import { OwnNotice } from '@/components/agreements/own-notice'
import { OrganisationInput } from '@/components/identity/organisation-input'
import { type Text, text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Tag } from '@/components/ui/tag'
import { Select, TextInput } from '@/components/ui/text-fields'
import { Time } from '@/components/ui/time'
import { ownAgreements } from '@/lib/agreements/queries/texts'
import { isRole } from '@/lib/identity/policy'
import { profile, security } from '@/lib/identity/queries/account'
import { organisations } from '@/lib/identity/rules/organisations'
import { requestContext } from '@/lib/identity/session'
import type { Language } from '@/lib/platform/messages'
import { saveProfile } from './actions'
import { EmailPanel } from './email-panel'

export const dynamic = 'force-dynamic'

type Profile = Awaited<ReturnType<typeof profile>>

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('identity.account.profile') }
}

function Roles({ t, person }: { t: Text; person: Profile }) {
  if (person.roles.length === 0) return null
  return (
    <Panel title={t('identity.profile.roles')}>
      <ul className="flex flex-wrap gap-2">
        {person.roles.filter(isRole).map((role) => (
          <li key={role}>
            <Tag on={person.rolesAct}>{t(`identity.role.${role}`)}</Tag>
          </li>
        ))}
      </ul>
      {!person.rolesAct && (
        <div className="mt-3">
          <Notice tone="wait">
            <a href="/account/security?needed=roles">{t('identity.profile.roles.resting')}</a>
          </Notice>
        </div>
      )}
    </Panel>
  )
}

function Identities({ t, person, language }: { t: Text; person: Profile; language: Language }) {
  if (person.identities.length === 0) return null
  return (
    <Panel title={t('identity.profile.identities')}>
      <p className="mb-3 text-sm text-soft">{t('identity.profile.identities.text')}</p>
      <ul className="grid gap-3">
        {person.identities.map(({ id, issuer, affiliation, assurance, homeDomain, mfaClass, seenAt }) => (
          <li key={id}>
            <p className="font-medium break-all">{homeDomain ?? issuer}</p>
            <p className="text-sm break-all text-soft">
              {[...affiliation, ...assurance, ...(mfaClass ? [mfaClass] : [])].join(' · ')}
            </p>
            <p className="text-sm text-soft">
              <Time value={seenAt} language={language} show="minute" />
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function ProfileForm({ t, person, language }: { t: Text; person: Profile; language: Language }) {
  const chosen = organisations.find(({ ror }) => ror === person.organisation)
  const orcidHint = person.orcidVouched ? t('identity.profile.orcid.vouched') : t('identity.profile.orcid.hint')
  return (
    <ActionForm
      action={saveProfile}
      language={language}
      submit={t('identity.account.save')}
      done={t('identity.account.saved')}
    >
      <input type="hidden" name="revision" value={person.revision} />
      <TextInput name="name" label={t('identity.name')} defaultValue={person.name} autoComplete="name" />
      <TextInput
        name="orcid"
        label={t('identity.profile.orcid')}
        hint={orcidHint}
        defaultValue={person.orcid ?? ''}
        readOnly={person.orcidVouched}
        width="medium"
        optional
      />
      <OrganisationInput
        name="organisation"
        label={t('identity.profile.organisation')}
        hint={t('identity.profile.organisation.hint')}
        defaultValue={chosen ? `${chosen.name} · ${chosen.ror}` : (person.organisation ?? '')}
        optional
      />
      <TextInput
        name="department"
        label={t('identity.profile.department')}
        defaultValue={person.department ?? ''}
        optional
      />
      <Select
        name="language"
        label={t('identity.profile.language')}
        defaultValue={person.language}
        options={[
          { value: 'en', label: 'English' },
          { value: 'sv', label: 'Svenska' },
        ]}
      />
    </ActionForm>
  )
}

export default async function ProfilePage() {
  const ctx = await requestContext()
  const t = text(ctx.language)
  const reading = Promise.all([profile(ctx, {}), security(ctx, {}), ownAgreements(ctx, {})])
  const [person, proofs, own] = await show(reading, '/account')
  return (
    <>
      <PageHeader
        title={t('identity.account.profile')}
        state={t('identity.profile.email', { email: person.email })}
        lead={t('identity.profile.lead')}
      />
      <div className="grid gap-5">
        <OwnNotice t={t} own={own} />
        <Panel>
          <ProfileForm t={t} person={person} language={ctx.language} />
        </Panel>
        <EmailPanel t={t} language={ctx.language} email={person.email} proofs={proofs} />
        <Roles t={t} person={person} />
        <Identities t={t} person={person} language={ctx.language} />
      </div>
    </>
  )
}
