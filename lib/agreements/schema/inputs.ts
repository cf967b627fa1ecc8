import { z } from 'zod'
import { textKinds } from '../rules/in-force'

const wrongVersion = 'agreements.invalid.version'

/** The number of a version, counted from 1. */
export const VersionNumber = z.coerce
  .number(wrongVersion)
  .int(wrongVersion)
  .min(1, wrongVersion)
  .max(9999, wrongVersion)

/** One version of a text. */
export const OneText = z.object({ kind: z.enum(textKinds, 'agreements.invalid.kind'), version: VersionNumber })
