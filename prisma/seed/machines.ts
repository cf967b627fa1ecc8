import { extendSheet } from '../../lib/booking/commands/extend-sheet'
import { createMachine } from '../../lib/booking/commands/keep-machines'
import { addWeeks, isoNameOf, startOf, weekOf } from '../../lib/booking/rules/weeks'
import type { Context } from '../../lib/platform/context'

/** The hub's own machine, and a made-up one beside it that says so. */
const seeded = [
  {
    slug: 'dgx-2',
    name: 'DGX-2',
    description:
      'Sixteen V100 GPUs, lent as four private virtual machines of four GPUs each. Safe enough for personal medical data.',
    personalData: 'on',
    loginName: 'ubuntu',
    slots: ['A', 'B', 'C', 'D'].map((name) => ({ name, gpus: 4 })),
  },
  {
    slug: 'demo-a100',
    name: 'A100 server (demonstration)',
    description: 'Made up for the demonstration: four A100 GPUs in two slots, for open and synthetic data only.',
    loginName: 'ubuntu',
    slots: ['A', 'B'].map((name) => ({ name, gpus: 2 })),
  },
] as const

const system = (now: Date): Context => ({
  actor: { kind: 'system', name: 'seed' },
  now,
  requestId: 'seed',
  language: 'en',
  onBehalfOf: null,
})

/** The machines with their slot weeks of the past year and the coming one. */
export async function seedMachines(now: Date): Promise<void> {
  const from = addWeeks(weekOf(now), -53)
  for (const machine of seeded) await createMachine(system(startOf(from)), { ...machine, from: isoNameOf(from) })
  await extendSheet(system(now), {})
}
