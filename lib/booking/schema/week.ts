import { z } from 'zod'
import { isWeek, type Week, weekNamed } from '../rules/weeks'

const earliest = '2000-01-03'
const latest = '2099-12-28'

/** A week as people and programs name it, `2026-W53` (ISO 8601), or as its Monday, `2026-12-28`; becomes the Monday. */
export const week = z
  .string('booking.invalid.week')
  .trim()
  .transform((text, ctx): Week => {
    const found = weekNamed(text.toUpperCase()) ?? (isWeek(text) ? text : null)
    if (found !== null && found >= earliest && found <= latest) return found
    ctx.addIssue({ code: 'custom', message: 'booking.invalid.week' })
    return z.NEVER
  })
