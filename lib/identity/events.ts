import type { Role } from './policy'

/** How a session began. */
export type Method = 'oidc' | 'password' | 'passkey' | 'persona'

type Fact<Type extends string, Data extends object = Record<never, never>> = {
  readonly type: `identity.${Type}`
  readonly stream: `person:${string}`
  readonly subjectId: string
  readonly data: Data
}

const fact =
  <Type extends string>(type: Type) =>
  <const Data extends object>(personId: string, data: Data): Fact<Type, Data> => ({
    type: `identity.${type}`,
    stream: `person:${personId}`,
    subjectId: personId,
    data,
  })

/** What happens to people and their credentials. Each is a function of the person and of ids and codes only. */
export const happened = {
  signedIn: (personId: string, data: { method: Method; secondFactor: boolean; session: string }) =>
    fact('signed-in')(personId, data),
  signedOut: (personId: string, data: { session: string }) => fact('signed-out')(personId, data),
  roleGiven: (personId: string, data: { role: Role; change: string }) => fact('role-given')(personId, data),
  roleTaken: (personId: string, data: { role: Role; change: string }) => fact('role-taken')(personId, data),
} as const

export type IdentityEvent = ReturnType<(typeof happened)[keyof typeof happened]>
