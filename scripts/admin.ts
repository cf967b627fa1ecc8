// Makes an administrator, the first one above all: an account, the role, and a link that sets its password once.
//   npm run admin -- --email name@example.org --name "First Last"
import { parseArgs } from 'node:util'
import { invitePerson } from '@/lib/identity/commands/accounts'
import { giveRole } from '@/lib/identity/commands/roles'
import { readClock } from '@/lib/platform/clock'
import type { Context } from '@/lib/platform/context'
import { disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { newId } from '@/lib/platform/id'
import { registerReactions } from '@/lib/platform/jobs'
import { Refused } from '@/lib/platform/refusal'
import { reactions } from '@/lib/reactions/reactions'

const context = (): Context => ({
  actor: { kind: 'system', name: 'command-line' },
  now: readClock(),
  requestId: newId(),
  language: 'en',
  onBehalfOf: null,
})

async function makeAdministrator(email: string, name: string): Promise<string> {
  registerReactions(reactions)
  const { id, token } = await invitePerson(context(), { email, name, language: 'en' })
  const reason = 'Made on the command line of the hub’s own machine'
  await giveRole(context(), { person: id, role: 'hub-administrator', reason })
  return `${env().PORTAL_ORIGIN}/set-password?ticket=${token}`
}

const { values } = parseArgs({ options: { email: { type: 'string' }, name: { type: 'string' } } })
if (!values.email || !values.name) {
  console.error('Usage: npm run admin -- --email name@example.org --name "First Last"')
  process.exit(64)
}
try {
  const link = await makeAdministrator(values.email, values.name)
  console.log(
    `${values.name} is hub administrator. Open this link within seven days to set the password:\n\n  ${link}\n`,
  )
  console.log('The role acts after a sign-in with a second factor; the portal leads there.')
} catch (error) {
  const fields = error instanceof Refused ? JSON.stringify(error.refusal.details.fields ?? {}) : ''
  console.error(error instanceof Refused ? `Refused: ${error.refusal.code} ${fields}` : (error as Error).message)
  process.exitCode = 1
} finally {
  await disconnect()
}
