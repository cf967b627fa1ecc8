import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { actingProjectsOf } from '@/lib/projects/store/acting'
import { ownScope } from '../policy'
import type { SignedKind } from '../rules/in-force'
import { agreementsMissing } from '../store/missing'

/** The projects that one takes part in and that lack agreements, with which; those for data access only need none. */
export const agreementsOwed = query({
  name: 'agreements.owed',
  input: z.object({}),
  scope: ({ actor }) => ownScope(actor),
  read: async ({ personId }, _, { now }): Promise<{ slug: string; missing: SignedKind[] }[]> => {
    const projects = await actingProjectsOf(db(), personId, now)
    const asked = projects.filter(({ type, endsAt }) => type !== 'data-access' && endsAt > now)
    const missing = await agreementsMissing(db(), asked, now)
    return asked
      .map(({ id, slug }) => ({ slug, missing: missing.get(id) ?? [] }))
      .filter((one) => one.missing.length > 0)
  },
})
