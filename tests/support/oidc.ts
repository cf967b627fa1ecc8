import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** A person of the stand-in organisation: the claims it releases, and how strongly it says they signed in. */
export type Holder = { name: string; acr?: string; claims: Record<string, unknown> }

export const mfa = 'https://refeds.org/profile/mfa'

const attributes = [
  'eduperson_entitlement',
  'voperson_external_affiliation',
  'eduperson_assurance',
  'eduperson_orcid',
  'schac_home_organization',
  'ga4gh_passport_v1',
]

const client = (origin: string) => ({
  client_id: 'portal',
  client_secret: 'a-secret-of-the-tests-and-of-nothing-else',
  redirect_uris: [`${origin}/api/auth/callback/organisation`],
})

function configuration(origin: string, holders: Record<string, Holder>): ConstructorParameters<typeof Provider>[1] {
  return {
    clients: [client(origin)],
    pkce: { required: () => true },
    scopes: ['openid', 'offline_access', ...attributes],
    claims: {
      openid: ['sub', 'acr'],
      profile: ['name', 'given_name', 'family_name'],
      email: ['email', 'email_verified'],
      ...Object.fromEntries(attributes.map((name) => [name, [name]])),
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/choose/${uid}` },
    findAccount: (_, sub) =>
      holders[sub]
        ? { accountId: sub, claims: () => ({ sub, email_verified: true, ...holders[sub]?.claims }) }
        : undefined,
    // Whoever signs in agrees to everything that the portal asks for.
    loadExistingGrant: async (ctx) => {
      const { session, client: asking } = ctx.oidc
      const grant = new ctx.oidc.provider.Grant({ clientId: asking?.clientId, accountId: session?.accountId })
      grant.addOIDCScope(`openid profile email ${attributes.join(' ')}`)
      await grant.save()
      return grant
    },
    cookies: { keys: ['tests'] },
  }
}

const form = (uid: string, holders: Record<string, Holder>): string =>
  `<!doctype html><html lang="en"><title>Organisation</title><h1>Who are you?</h1>${Object.entries(holders)
    .map(([sub, { name }]) => `<p><a href="/choose/${uid}/${sub}">${name}</a></p>`)
    .join('')}</html>`

export type Organisation = { issuer: string; clientId: string; clientSecret: string; stop: () => Promise<void> }

/** A real OpenID provider on loopback for the portal at `origin`: PKCE is demanded, and its sign-in page lists `holders`. */
export async function startOrganisation(origin: string, holders: Record<string, Holder>): Promise<Organisation> {
  const handlers: {
    choose?: (req: IncomingMessage, res: ServerResponse) => Promise<void>
    rest?: ReturnType<Provider['callback']>
  } = {}
  const server = createServer((req, res) => {
    if (req.url?.startsWith('/choose/'))
      handlers.choose?.(req, res).catch((error) => res.writeHead(500).end(String(error)))
    else handlers.rest?.(req, res)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, configuration(origin, holders))
  handlers.rest = provider.callback()
  handlers.choose = async (req, res) => {
    const [, , uid = '', sub] = (req.url ?? '').split('/')
    if (!sub) return void res.writeHead(200, { 'content-type': 'text/html' }).end(form(uid, holders))
    const acr = holders[sub]?.acr
    await provider.interactionFinished(req, res, {
      login: { accountId: sub, ...(acr ? { acr } : {}), remember: false },
    })
  }
  const { client_id: clientId, client_secret: clientSecret } = client(origin)
  const stop = () => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { issuer, clientId, clientSecret, stop }
}
