import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PasskeyForm } from '@/components/identity/passkey-form'
import { passkeyWords } from '@/components/identity/passkey-words'
import { PersonaList } from '@/components/identity/persona-list'
import { type MessageKey, type Text, text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextInput } from '@/components/ui/text-fields'
import { personas } from '@/lib/identity/queries/personas'
import { localAddress } from '@/lib/identity/rules/local-address'
import { requestContext } from '@/lib/identity/session'
import { type Context, isPerson } from '@/lib/platform/context'
import { env, isDemonstration } from '@/lib/platform/env'
import { enterAsPersona, signIn } from './actions'
import { askForSignIn, signInByPasskey } from './passkey-actions'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('identity.sign-in.title'), robots: { index: false } }
}

/** Notices are chosen from a list by their name in the address, so that nobody can put words of their own here. */
function Told({ t, query }: { t: Text; query: Awaited<Props['searchParams']> }) {
  const problemName = query.error ? 'provider' : query.problem
  const keys = [`identity.sign-in.problem.${problemName}`, `identity.sign-in.done.${query.done}`]
  const [problem, done] = keys.map((key) => (t.has(key) ? t(key as MessageKey) : null))
  return (
    <div className="mb-5 empty:hidden">
      {problem && <Notice tone="wait">{problem}</Notice>}
      {done && <Notice tone="ok">{done}</Notice>}
    </div>
  )
}

function ProviderPanel({ t, next }: { t: Text; next: string }) {
  if (!env().OIDC_ISSUER) return null
  return (
    <Panel>
      <LinkButton look="primary" href={`/sign-in/provider?${new URLSearchParams({ next })}`} className="w-full">
        {t('identity.sign-in.provider', { name: env().OIDC_NAME })}
      </LinkButton>
      <p className="mt-2 text-sm text-soft">{t('identity.sign-in.provider.hint')}</p>
    </Panel>
  )
}

function PasskeyPanel({ t, ctx, next }: { t: Text; ctx: Context; next: string }) {
  return (
    <Panel title={t('identity.sign-in.passkey')}>
      <p className="mb-3 text-sm text-soft">{t('identity.sign-in.passkey.hint')}</p>
      <PasskeyForm
        ceremony="use"
        begin={askForSignIn}
        finish={signInByPasskey}
        language={ctx.language}
        submit={t('identity.sign-in.passkey.submit')}
        words={passkeyWords(t)}
      >
        <input type="hidden" name="next" value={next} />
      </PasskeyForm>
    </Panel>
  )
}

function PasswordPanel({ t, ctx, next }: { t: Text; ctx: Context; next: string }) {
  return (
    <Panel title={t('identity.sign-in.own')}>
      <ActionForm action={signIn} language={ctx.language} submit={t('identity.sign-in.submit')}>
        <input type="hidden" name="next" value={next} />
        <TextInput name="email" type="email" label={t('identity.email')} autoComplete="username" width="full" />
        <TextInput
          name="password"
          type="password"
          label={t('identity.password')}
          autoComplete="current-password"
          width="full"
        />
      </ActionForm>
      <p className="mt-4 flex flex-wrap gap-x-5 gap-y-1">
        <a href="/reset">{t('identity.sign-in.forgot')}</a>
        <a href={next === localAddress(undefined) ? '/register' : `/register?${new URLSearchParams({ next })}`}>
          {t('identity.sign-in.register')}
        </a>
      </p>
    </Panel>
  )
}

async function Personas({ t, ctx, next }: { t: Text; ctx: Context; next: string }) {
  if (!isDemonstration()) return null
  const people = (await personas(ctx, {})).map(({ id, name, department, roles }) => ({
    id,
    name,
    roles: roles.map((role) => t(`identity.role.${role}`)).join(', ') || department || t('identity.sign-in.no-role'),
  }))
  return (
    <Panel title={t('identity.sign-in.personas')}>
      <p className="mb-3 text-sm text-soft">{t('identity.sign-in.personas.hint')}</p>
      <PersonaList action={enterAsPersona} next={next} people={people} />
    </Panel>
  )
}

export default async function SignInPage({ searchParams }: Props) {
  const [ctx, query] = await Promise.all([requestContext(), searchParams])
  const t = text(ctx.language)
  const next = localAddress(query.next)
  if (isPerson(ctx.actor) && !query.problem) redirect(next)
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t('identity.sign-in.title')} lead={t('identity.sign-in.lead')} />
      <Told t={t} query={query} />
      <div className="grid gap-5">
        <Personas t={t} ctx={ctx} next={next} />
        <ProviderPanel t={t} next={next} />
        <PasskeyPanel t={t} ctx={ctx} next={next} />
        <PasswordPanel t={t} ctx={ctx} next={next} />
      </div>
    </div>
  )
}
