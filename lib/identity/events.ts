import type { Role } from './policy'

/** How a session began. */
export type Method = 'oidc' | 'password' | 'passkey' | 'persona'
/** Why a password was set. */
export type Occasion = 'register' | 'reset' | 'invite' | 'change'

type Fact<Type extends string, Kind extends string, Data extends object> = {
  readonly type: `identity.${Type}`
  readonly stream: `${Kind}:${string}`
  readonly subjectId: string
  readonly data: Data
}

/** A kind of fact about a person: a function of the person and of ids and codes only. */
const about =
  <Data extends object>() =>
  <Type extends string>(type: Type) =>
  (personId: string, data: Data): Fact<Type, 'person', Data> => ({
    type: `identity.${type}`,
    stream: `person:${personId}`,
    subjectId: personId,
    data,
  })

type None = Record<never, never>

/** What happens to people and their credentials. */
export const happened = {
  firstFactorPassed: about<{ method: Method; ticket: string }>()('first-factor-passed'),
  signedIn: about<{
    method: Method
    secondFactor: boolean
    session: string
    recoveryCode?: true
    passkey?: string
  }>()('signed-in'),
  signedOut: about<{ session: string }>()('signed-out'),
  sessionEnded: about<{ session: string }>()('session-ended'),
  otherSessionsEnded: about<None>()('other-sessions-ended'),
  invited: about<{ ticket: string }>()('person-invited'),
  arrived: about<{ identity: string }>()('person-arrived'),
  confirmationRequested: about<{ ticket: string }>()('confirmation-requested'),
  ownershipConfirmed: about<{ session: string }>()('ownership-confirmed'),
  emailChangeRequested: about<{ ticket: string }>()('email-change-requested'),
  emailChanged: about<{ ticket: string }>()('email-changed'),
  passwordSet: about<{ occasion: Occasion }>()('password-set'),
  totpStarted: about<None>()('totp-started'),
  totpConfirmed: about<None>()('totp-confirmed'),
  totpRemoved: about<None>()('totp-removed'),
  recoveryCodesRenewed: about<None>()('recovery-codes-renewed'),
  secondFactorsReset: about<{ change: string }>()('second-factors-reset'),
  passkeyStarted: about<{ ticket: string }>()('passkey-started'),
  passkeyRenamed: about<{ passkey: string }>()('passkey-renamed'),
  passkeyAdded: about<{ passkey: string }>()('passkey-added'),
  passkeyRemoved: about<{ passkey: string }>()('passkey-removed'),
  profileChanged: about<{ fields: readonly string[] }>()('profile-changed'),
  notificationsChanged: about<{ off: readonly string[] }>()('notifications-changed'),
  sshKeyAdded: about<{ key: string }>()('ssh-key-added'),
  sshKeyRemoved: about<{ key: string }>()('ssh-key-removed'),
  tokenCreated: about<{ token: string; scopes: readonly string[] }>()('token-created'),
  tokenRevoked: about<{ token: string }>()('token-revoked'),
  identityLinked: about<{ identity: string }>()('identity-linked'),
  identityUnlinked: about<{ identity: string }>()('identity-unlinked'),
  roleGiven: about<{ role: Role; change: string }>()('role-given'),
  roleTaken: about<{ role: Role; change: string }>()('role-taken'),
  deactivated: about<{ change: string }>()('person-deactivated'),
  reactivated: about<{ change: string }>()('person-reactivated'),
  dataTaken: about<None>()('own-data-downloaded'),
} as const

/** Somebody asked for a link by mail; whether there is such a person is found out by the reaction, after the answer. */
export const linkRequested = (
  kind: 'register' | 'reset',
  ticket: string,
): Fact<'registration-requested' | 'reset-requested', 'ticket', None> => ({
  type: kind === 'register' ? 'identity.registration-requested' : 'identity.reset-requested',
  stream: `ticket:${ticket}`,
  subjectId: ticket,
  data: {},
})

/** A browser asked for a challenge to sign in by passkey; whose it will be answered by is not known yet. */
export const passkeyAsked = (ticket: string): Fact<'passkey-asked', 'ticket', None> => ({
  type: 'identity.passkey-asked',
  stream: `ticket:${ticket}`,
  subjectId: ticket,
  data: {},
})
