import { operations } from '@/app/api/operations'
import { rest } from '@/app/api/rest'
import { createToken } from '@/lib/identity/commands/tokens'
import type { Person } from '@/lib/platform/context'
import { as, somebody } from '../identity/people'

type Sent = { body?: object; text?: string; headers?: Record<string, string> }
export type Answer = {
  status: number
  headers: Headers
  // What a test reads of an answer is judged by its expectations, and its form by the operation's own schema in credentials.test.ts.
  // biome-ignore lint/suspicious/noExplicitAny: the JSON of any operation
  said: any
}
export type Program = (method: string, address: string, sent?: Sent) => Promise<Answer>

const origin = 'http://localhost:3000'
const patternOf = (path: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`)

/** The operation behind an address, with the parameters of its path. */
function routed(method: string, path: string) {
  for (const o of operations) {
    const found = o.method.toUpperCase() === method ? patternOf(o.path).exec(path) : null
    if (!found) continue
    const names = [...o.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
    return { o, params: Object.fromEntries(names.map((name, i) => [name, found[i + 1] ?? ''])) }
  }
  throw new Error(`no operation answers ${method} ${path}`)
}

/** A program that sends these headers with each request. */
const sending =
  (credential: Record<string, string>): Program =>
  async (method, address, { body, text, headers = {} } = {}) => {
    const { o, params } = routed(method, address.split('?', 1)[0] ?? '')
    const type: Record<string, string> = body ? { 'content-type': 'application/json' } : {}
    const request = new Request(origin + address, {
      method,
      headers: { ...credential, ...type, ...headers },
      body: body ? JSON.stringify(body) : text,
    })
    const answer = await rest(o)(request, { params: Promise.resolve(params) })
    const words = await answer.text()
    return { status: answer.status, headers: answer.headers, said: words === '' ? null : JSON.parse(words) }
  }

/** A program with a token of this person. */
export async function programOf(
  person: Person,
  scopes: string[] = ['catalogue:read', 'catalogue:write'],
): Promise<Program> {
  const { token } = await createToken(as(person, new Date()), { name: 'program', scopes, days: 9 })
  return sending({ authorization: `Bearer ${token}` })
}

export const anyone = sending({})
export const stewardProgram = async (name = 'Sten Steward') =>
  programOf(await somebody({ name, roles: ['data-steward'] }))

/** Programs that may not steward, and how they are answered whatever they ask of a steward. */
export const outsiders = async (): Promise<{ who: string; program: Program; status: number; code: string }[]> => {
  const readOnly = await programOf(await somebody({ roles: ['data-steward'] }), ['catalogue:read'])
  return [
    { who: 'a visitor', program: anyone, status: 401, code: 'platform.not-signed-in' },
    { who: 'a researcher', program: await programOf(await somebody()), status: 404, code: 'platform.not-found' },
    {
      who: 'an administrator, who looks but changes nothing',
      program: await programOf(await somebody({ roles: ['hub-administrator'] })),
      status: 404,
      code: 'platform.not-found',
    },
    { who: "a steward's token that may only read", program: readOnly, status: 403, code: 'platform.scope' },
  ]
}

/** Status and code of a problem. */
export const refusal = ({ status, said }: Answer) => [status, said?.code]
