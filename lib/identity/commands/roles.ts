import 'server-only'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { type Refusal, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { mayAdminister } from '../policy'
import { judgeRoleGift, judgeRoleLoss } from '../rules/administration'
import { RoleDecision } from '../schema/people'
import { lockPerson } from '../store/people'
import { activeAdministrators, lockAdministrators, saveRoleChange } from '../store/roles'

type Input = { person: string; role: string; reason: string }

/** Everything that the rules of roles depend on, locked: the person, and who could administer the hub. */
async function loadRoles(tx: Tx, { person: id, role, reason }: Input) {
  await lockAdministrators(tx)
  const person = await lockPerson(tx, id)
  if (!person) return null
  const held = (await tx.roleAssignment.findMany({ where: { personId: id }, select: { role: true } })).map(
    (row) => row.role,
  )
  return { person, role, reason, held, administrators: await activeAdministrators(tx), change: newId() }
}

/** Gives somebody a hub role, with the reason. Refuses: identity.own-role, identity.role-held, identity.already-deactivated. */
export const giveRole = command({
  name: 'identity.give-role',
  input: RoleDecision,
  load: (tx, input) => loadRoles(tx, input),
  authorize: ({ actor }) => mayAdminister(actor),
  decide: ({ actor }, { person, held, change }, { role }): Refusal | ReturnType<typeof happened.roleGiven> => {
    const facts = { own: isPerson(actor) && actor.id === person.id, held, active: person.deactivatedAt === null, role }
    const refusal = judgeRoleGift(facts)
    return refusal ? refuse(refusal) : happened.roleGiven(person.id, { role, change })
  },
  apply: async (tx, { data }, { person, reason }, { actor, now }) => {
    await tx.roleAssignment.create({
      data: { personId: person.id, role: data.role, givenAt: now },
      select: { role: true },
    })
    await saveRoleChange(
      tx,
      { id: data.change, personId: person.id, role: data.role, action: 'given', reason },
      actor,
      now,
    )
  },
})

/**
 * Takes a hub role from somebody, with the reason; it no longer acts from their next request. Refuses: identity.own-role,
 * identity.role-not-held, identity.last-administrator.
 */
export const takeRole = command({
  name: 'identity.take-role',
  input: RoleDecision,
  load: (tx, input) => loadRoles(tx, input),
  authorize: ({ actor }) => mayAdminister(actor),
  decide: (
    { actor },
    { person, held, administrators, change },
    { role },
  ): Refusal | ReturnType<typeof happened.roleTaken> => {
    const refusal = judgeRoleLoss({
      own: isPerson(actor) && actor.id === person.id,
      held,
      administrators,
      person: person.id,
      role,
    })
    return refusal ? refuse(refusal) : happened.roleTaken(person.id, { role, change })
  },
  apply: async (tx, { data }, { person, reason }, { actor, now }) => {
    await tx.roleAssignment.delete({
      where: { personId_role: { personId: person.id, role: data.role } },
      select: { role: true },
    })
    await saveRoleChange(
      tx,
      { id: data.change, personId: person.id, role: data.role, action: 'taken', reason },
      actor,
      now,
    )
  },
})
