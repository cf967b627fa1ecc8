import { z } from 'zod'

export const PersonaSignIn = z.object({ personId: z.uuid(), userAgent: z.string() })
export const Nothing = z.object({})
