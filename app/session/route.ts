import { contextOf } from '@/lib/identity/session'
import { isPerson } from '@/lib/platform/context'
import { Refused } from '@/lib/platform/refusal'

/** Who is signed in, for the header of prerendered pages: `{ person: { name, roles } | null }`. Never cached. */
export async function GET(request: Request): Promise<Response> {
  return Response.json(
    { person: await personOf(request) },
    { headers: { 'cache-control': 'private, no-store', vary: 'cookie' } },
  )
}

async function personOf(request: Request): Promise<{ name: string; roles: readonly string[] } | null> {
  try {
    const { actor } = await contextOf(request)
    return isPerson(actor) ? { name: actor.name, roles: actor.roles } : null
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}
