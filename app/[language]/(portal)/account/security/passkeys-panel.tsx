import { OneButtonForm } from '@/components/identity/one-button-form'
import { PasskeyForm } from '@/components/identity/passkey-form'
import { passkeyWords } from '@/components/identity/passkey-words'
import { ShownOnce } from '@/components/identity/shown-once'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { formatDate } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { TextInput } from '@/components/ui/text-fields'
import { type Part, shownWords } from './panels'
import { beginPasskey, dropPasskey, finishPasskey, savePasskeyName } from './passkey-actions'

type Passkey = Part['state']['passkeys'][number]

function PasskeyRow({ t, language, passkey }: Omit<Part, 'state'> & { passkey: Passkey }) {
  const { id, name, createdAt, lastUsedAt } = passkey
  const used = lastUsedAt ? t('identity.passkey.used', { date: formatDate(lastUsedAt) }) : t('identity.passkey.unused')
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <p className="font-medium break-words">{name}</p>
          <p className="text-sm text-soft">
            {t('identity.passkey.added', { date: formatDate(createdAt) })} · {used}
          </p>
        </div>
        <OneButtonForm
          action={dropPasskey}
          name="passkey"
          value={id}
          label={t('identity.passkey.remove')}
          about={name}
        />
      </div>
      <Disclosure
        className="mt-1 text-sm"
        summary={
          <>
            {t('identity.passkey.rename')}
            <span className="sr-only"> {name}</span>
          </>
        }
      >
        <ActionForm
          action={savePasskeyName}
          language={language}
          submit={t('identity.account.save')}
          done={t('identity.account.saved')}
          look="plain"
        >
          <input type="hidden" name="passkey" value={id} />
          <TextInput name="name" label={t('identity.passkey.name')} defaultValue={name} width="medium" maxLength={60} />
        </ActionForm>
      </Disclosure>
    </li>
  )
}

/** The passkeys of the account: each with its name and last use, and a way to add one. */
export function PasskeysPanel({ t, state, language }: Part) {
  return (
    <Panel title={t('identity.passkey.title')}>
      <p className="mb-3 max-w-[70ch] text-soft">{t('identity.passkey.about')}</p>
      <ul className="mb-4 divide-y divide-line empty:hidden">
        {state.passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} t={t} language={language} passkey={passkey} />
        ))}
      </ul>
      {state.mayAdd && (
        <PasskeyForm
          ceremony="add"
          begin={beginPasskey}
          finish={finishPasskey}
          language={language}
          submit={t('identity.passkey.add')}
          words={passkeyWords(t)}
        >
          <ShownOnce words={shownWords(t)} />
          <TextInput
            name="name"
            label={t('identity.passkey.name')}
            hint={t('identity.passkey.name.hint')}
            width="medium"
            maxLength={60}
          />
        </PasskeyForm>
      )}
    </Panel>
  )
}
