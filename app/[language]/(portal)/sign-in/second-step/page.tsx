import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { PasskeyForm } from '@/components/identity/passkey-form'
import { passkeyWords } from '@/components/identity/passkey-words'
import { text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextInput } from '@/components/ui/text-fields'
import { secondStep } from '@/lib/identity/queries/second-step'
import { localAddress } from '@/lib/identity/rules/local-address'
import { cookieName, requestContext } from '@/lib/identity/session'
import { confirmStep } from '../actions'
import { askForStep, stepByPasskey } from '../passkey-actions'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('identity.second-step.title'), robots: { index: false } }
}

export default async function SecondStepPage({ searchParams }: Props) {
  const [ctx, query, jar] = await Promise.all([requestContext(), searchParams, cookies()])
  const { language } = ctx
  const t = text(language)
  const next = localAddress(query.next)
  const { passkey } = await secondStep(ctx, { ticket: jar.get(cookieName('second-step'))?.value ?? '' })
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        title={t('identity.second-step.title')}
        lead={passkey ? t('identity.second-step.lead.passkey') : t('identity.second-step.lead')}
      />
      {passkey && (
        <div className="mb-5">
          <Panel title={t('identity.second-step.passkey')}>
            <PasskeyForm
              ceremony="use"
              begin={askForStep}
              finish={stepByPasskey}
              language={language}
              submit={t('identity.second-step.passkey.submit')}
              look="primary"
              words={passkeyWords(t)}
            >
              <input type="hidden" name="next" value={next} />
            </PasskeyForm>
          </Panel>
        </div>
      )}
      <Panel title={passkey ? t('identity.second-step.or-code') : undefined}>
        <ActionForm
          action={confirmStep}
          language={language}
          submit={t('identity.second-step.submit')}
          look={passkey ? 'plain' : 'primary'}
        >
          <input type="hidden" name="next" value={next} />
          <TextInput
            name="code"
            label={t('identity.second-step.code')}
            autoComplete="one-time-code"
            inputMode="text"
            width="medium"
            autoFocus={!passkey}
          />
        </ActionForm>
      </Panel>
      <p className="mt-4 text-sm text-soft">{t('identity.second-step.lost')}</p>
    </div>
  )
}
