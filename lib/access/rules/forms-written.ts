import type { z } from 'zod'
import type { FormContent, FormField } from '../schema/forms'

/** A form as it may be written down, before the schema fills in what is left out. */
export type FormWritten = z.input<typeof FormContent>
export type FieldWritten = z.input<typeof FormField>
type Words = readonly [en: string, sv: string]

export const both = ([en, sv]: Words) => ({ en, sv })

/** A field with its words; the rest as the schema has it. */
export const asks = (
  key: string,
  kind: FieldWritten['kind'],
  label: Words,
  help: Words | null = null,
  more: Partial<FieldWritten> = {},
): FieldWritten => ({ key, kind, label: both(label), help: help && both(help), ...more })

/** An option, or a column. */
export const choice = (key: string, ...label: Words) => ({ key, label: both(label) })
