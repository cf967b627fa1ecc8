type Roles = { own: boolean; held: readonly string[]; role: string }

/** Null, or the code of why the role is not given. Nobody gives themself a role: power over others needs a second pair of eyes. */
export function judgeRoleGift({ own, held, role, active }: Roles & { active: boolean }): string | null {
  if (own) return 'identity.own-role'
  if (!active) return 'identity.already-deactivated'
  return held.includes(role) ? 'identity.role-held' : null
}

type Loss = { own: boolean; person: string; administrators: readonly string[] }

/** Whether the hub would be left without an administrator who can sign in. `administrators`: ids of those whose account is open. */
const leavesNobody = ({ person, administrators }: Omit<Loss, 'own'>): boolean =>
  administrators.every((id) => id === person)

/** Null, or the code of why the role is not taken. An administrator may lay down a role of their own, unless they are the last. */
export function judgeRoleLoss({ held, role, person, administrators }: Roles & Loss): string | null {
  if (!held.includes(role)) return 'identity.role-not-held'
  return role === 'hub-administrator' && leavesNobody({ person, administrators }) ? 'identity.last-administrator' : null
}

/** Null, or the code of why the account is not closed. */
export function judgeClosing({ own, person, administrators, active }: Loss & { active: boolean }): string | null {
  if (!active) return 'identity.already-deactivated'
  if (own)
    return administrators.includes(person) && leavesNobody({ person, administrators })
      ? 'identity.last-administrator'
      : 'identity.own-role'
  return administrators.includes(person) && leavesNobody({ person, administrators })
    ? 'identity.last-administrator'
    : null
}
