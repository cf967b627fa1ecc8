import { linkProof } from '@/app/api/auth/provider'
import { OneButtonForm } from '@/components/identity/one-button-form'
import { LinkButton } from '@/components/ui/button'
import { formatDate } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { type Actor, isPerson } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import { dropIdentity } from '../actions'
import type { Part } from './panels'

/** The identities of OpenID providers that open this account, and a way to link another. */
export function LinkedPanel({ t, state, actor }: Part & { actor: Actor }) {
  const { OIDC_ISSUER, OIDC_NAME } = env()
  const session = isPerson(actor) ? actor.sessionId : null
  if (!OIDC_ISSUER && state.identities.length === 0) return null
  return (
    <Panel title={t('identity.security.linked')}>
      {state.identities.length === 0 && <p className="mb-3 text-soft">{t('identity.security.linked.none')}</p>}
      <ul className="mb-4 divide-y divide-line empty:hidden">
        {state.identities.map(({ id, issuer, homeDomain, seenAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <div>
              <p className="font-medium break-all">{homeDomain ?? issuer}</p>
              <p className="text-sm text-soft">{t('identity.security.linked.seen', { date: formatDate(seenAt) })}</p>
            </div>
            <OneButtonForm
              action={dropIdentity}
              name="identity"
              value={id}
              label={t('identity.security.linked.remove')}
              about={homeDomain ?? issuer}
            />
          </li>
        ))}
      </ul>
      {OIDC_ISSUER && session && state.mayAdd && (
        <LinkButton href={`/sign-in/provider?${new URLSearchParams({ link: linkProof(session) })}`}>
          {t('identity.security.linked.add', { name: OIDC_NAME })}
        </LinkButton>
      )}
    </Panel>
  )
}
