import { applyForProject, decideApplication } from '../../../lib/projects/commands/applications'
import { as } from '../stewardship'

const day = 86_400_000
const wishes = [
  { by: 'petra', type: 'project', name: 'Demo lung nodules' },
  { by: 'dana', type: 'fellowship', name: 'Demo fractures' },
] as const

/** Two projects to sign for, where the demonstration has none; the first is Petra's. They are made up, and say so. */
export async function seedSignatories(now: Date): Promise<void> {
  const dayOf = (days: number) => new Date(now.getTime() + days * day).toISOString().slice(0, 10)
  for (const [i, { by, type, name }] of wishes.entries()) {
    const wish = {
      type,
      name,
      institution: 'Linköping University',
      description: 'Made up for the demonstration.',
      startsOn: dayOf(-195),
      endsOn: dayOf(640),
    }
    const { id: applicationId } = await applyForProject(as(by, now, 198 - i), wish)
    const reason = 'Within the hub’s purpose; made up for the demonstration.'
    const decision = { applicationId, expectedRevision: 1, decision: 'approve', reason }
    await decideApplication(as('ada', now, 197 - i), decision)
  }
}
