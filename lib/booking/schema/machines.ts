import { z } from 'zod'
import { line } from '@/lib/identity/schema/text'
import { holdsPersonalNumber } from '@/lib/platform/identifiers/personal-number'
import { week } from './week'

const namesNobody = (text: string): boolean => !holdsPersonalNumber(text)

const slug = z
  .string('booking.invalid.slug')
  .trim()
  .max(40, 'booking.invalid.slug')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'booking.invalid.slug')
  .refine(namesNobody, 'identity.invalid.personal-number')

const Slot = z.object({
  name: z
    .string('booking.invalid.slots')
    .trim()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,19}$/u, 'booking.invalid.slots')
    .refine(namesNobody, 'identity.invalid.personal-number'),
  gpus: z.coerce.number('booking.invalid.slots').int('booking.invalid.slots').min(1, 'booking.invalid.slots').max(64),
})

/** A form writes one slot a line: its name and its GPUs, `A 4`. */
const fromLines = (value: unknown): unknown =>
  typeof value !== 'string'
    ? value
    : value
        .split(/\r?\n/)
        .map((text) => text.trim())
        .filter((text) => text !== '')
        .map((text) => {
          const [, name, gpus] = /^(\S+)\s+(\d+)$/.exec(text) ?? []
          return { name: name ?? '', gpus: gpus ?? '' }
        })

/** How a machine is divided, in the order of the sheet's columns. An empty list: from then on it is not lent. */
export const slots = z.preprocess(
  fromLines,
  z
    .array(Slot, 'booking.invalid.slots')
    .max(16, 'booking.invalid.too-many-slots')
    .refine((list) => new Set(list.map(({ name }) => name)).size === list.length, 'booking.invalid.slot-repeated'),
)

const description = z
  .string()
  .trim()
  .max(1000, 'identity.invalid.too-long')
  .refine(namesNobody, 'identity.invalid.personal-number')
  .default('')

/** A box that is ticked comes as "on", one that is not does not come at all; a program says true or false. */
const box = z.preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean())

/** POSIX portable user names. */
const loginName = z
  .string('booking.invalid.login-name')
  .trim()
  .regex(/^[a-z_][a-z0-9_-]{0,31}$/, 'booking.invalid.login-name')
  .refine(namesNobody, 'identity.invalid.personal-number')

const about = { name: line(80), description, personalData: box, loginName }

/** One machine by its short name. */
export const OneMachine = z.object({ machine: slug })
export const CreateMachine = z.object({ slug, ...about, from: week, slots })
export const EditMachine = z.object({ machine: slug, expectedRevision: z.coerce.number().int(), ...about })
export const SetLayout = z.object({ machine: slug, from: week, slots })
/** From which week on a layout is considered: what stands in its way does not depend on the slots. */
export const PreviewLayout = z.object({ machine: slug, from: week })
