import type { ReactNode } from 'react'
import type { Text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { Select, TextInput } from '@/components/ui/text-fields'
import { roles } from '@/lib/identity/policy'
import type { personFile } from '@/lib/identity/queries/people'
import type { Language } from '@/lib/platform/messages'
import { close, free, give, reopen, take } from '../../actions'

type Part = { t: Text; person: Awaited<ReturnType<typeof personFile>>; language: Language }

const Reason = ({ t }: { t: Text }) => (
  <TextInput name="reason" label={t('identity.person.reason')} hint={t('identity.person.reason.hint')} minLength={5} />
)

/** A decision behind its own words, so that none is made by a slip; it opens without scripts. */
function Decision(
  props: Part & { action: FormAction; words: string; submit: string; about?: string; children?: ReactNode },
) {
  const { t, person, language, action, words, submit, about, children } = props
  return (
    <Disclosure summary={words}>
      <ActionForm action={action} language={language} submit={submit} look="danger">
        <input type="hidden" name="person" value={person.id} />
        {about && <p className="mb-3 text-soft">{about}</p>}
        {children}
        <Reason t={t} />
      </ActionForm>
    </Disclosure>
  )
}

/** The hub roles held, each to be taken with a reason, and the others to be given. */
export function RoleDecisions({ t, person, language }: Part) {
  const missing = roles.filter((role) => !person.roles.includes(role))
  const options = missing.map((role) => ({ value: role, label: t(`identity.role.${role}`) }))
  return (
    <Panel title={t('identity.person.roles')}>
      {person.roles.length === 0 && <p className="mb-3">{t('identity.person.roles.none')}</p>}
      <div className="grid gap-3">
        {person.roles.map((role) => {
          const words = t('identity.person.role.take.title', { role: t(`identity.role.${role}`) })
          return (
            <Decision
              key={role}
              t={t}
              person={person}
              language={language}
              action={take}
              words={words}
              submit={t('identity.person.role.take')}
            >
              <input type="hidden" name="role" value={role} />
            </Decision>
          )
        })}
      </div>
      {!person.own && !person.deactivatedAt && options.length > 0 && (
        <div className="mt-5 border-t border-line pt-4">
          <h3 className="mb-3">{t('identity.person.role.give')}</h3>
          <ActionForm
            key={person.roles.join()}
            action={give}
            language={language}
            submit={t('identity.person.role.give')}
            emptyWhenDone
          >
            <input type="hidden" name="person" value={person.id} />
            <Select name="role" label={t('identity.person.role')} options={options} />
            <Reason t={t} />
          </ActionForm>
        </div>
      )}
    </Panel>
  )
}

/** Closing, opening and freeing an account. */
export function AccountDecisions(part: Part) {
  const { t, person } = part
  return (
    <Panel title={t('identity.person.state')}>
      <div className="grid gap-3">
        {person.deactivatedAt ? (
          <Decision
            {...part}
            action={reopen}
            words={t('identity.person.reopen')}
            submit={t('identity.person.reopen')}
          />
        ) : (
          <Decision
            {...part}
            action={close}
            words={t('identity.person.close')}
            submit={t('identity.person.close')}
            about={t('identity.person.close.text')}
          />
        )}
        {person.secondFactor && (
          <Decision
            {...part}
            action={free}
            words={t('identity.person.free')}
            submit={t('identity.person.free')}
            about={t('identity.person.free.text')}
          />
        )}
      </div>
    </Panel>
  )
}
