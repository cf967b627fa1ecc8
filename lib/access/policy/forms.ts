import { demandRole, holds, inScope } from '@/lib/identity/policy'
import type { Actor } from '@/lib/platform/context'
import { type Refusal, refuse } from '@/lib/platform/refusal'

type Permission = boolean | Refusal

/** Create, edit, publish, retire forms: data stewards, by token with the scope that their register needs, and the system. */
export function mayKeepForms(actor: Actor): Permission {
  if (actor.kind === 'system') return true
  const permission = demandRole(actor, 'data-steward')
  if (permission !== true) return permission
  return inScope(actor, 'catalogue:write') || refuse('platform.scope', { scope: 'catalogue:write', status: 403 })
}

const mayRead = (actor: Actor): boolean => inScope(actor, 'catalogue:read') || inScope(actor, 'catalogue:write')

/** Drafts of forms, and forms that were never published: who keeps them, and the hub's administrators, who look. */
export function maySeeFormDrafts(actor: Actor): Permission {
  if (mayRead(actor) && (holds(actor, 'data-steward') || holds(actor, 'hub-administrator'))) return true
  const permission = demandRole(actor, 'data-steward')
  return permission === true ? refuse('platform.scope', { scope: 'catalogue:read', status: 403 }) : permission
}
