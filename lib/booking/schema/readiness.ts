import { z } from 'zod'
import { holdsPersonalNumber } from '@/lib/platform/identifiers/personal-number'

// Labels of RFC 1123, the last of which is no number: that would be a mistyped IPv4 address.
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const hostName = new RegExp(`^(?:${label}\\.)*(?!\\d+$)${label}$`)

/** Where a virtual machine answers: a host name, an IPv4 or an IPv6 address. */
export const address = z
  .string('booking.invalid.address')
  .trim()
  .toLowerCase()
  .max(253, 'booking.invalid.address')
  .refine(
    (text) => z.ipv4().safeParse(text).success || z.ipv6().safeParse(text).success || hostName.test(text),
    'booking.invalid.address',
  )
  .refine((text) => !holdsPersonalNumber(text), 'identity.invalid.personal-number')

export const ReportReady = z.object({ bookedWeek: z.uuid(), address })
