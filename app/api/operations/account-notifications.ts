import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { setNotifications } from '@/lib/identity/commands/profile'
import { notifications } from '@/lib/identity/queries/account'
import { topics } from '@/lib/identity/rules/topics'
import { nothing } from './identity-answers'

const account = { tag: 'Account', scope: 'account:read', path: '/api/v1/me/notifications' } as const
const Enabled = z.object({
  enabled: z.array(z.enum(topics)).meta({ description: 'What you are written to about; the other topics are off' }),
})

export const readNotifications = operation({
  ...account,
  id: 'readNotifications',
  method: 'get',
  summary: 'What the portal writes to you about',
  answer: Enabled,
  door: notifications,
  render: (enabled: readonly string[]) => ({ enabled }),
})

export const chooseNotifications = operation({
  ...account,
  id: 'setNotifications',
  method: 'put',
  summary: 'Choose what the portal writes to you about; mail that guards your account is always sent',
  sessionOnly: true,
  body: Enabled,
  answer: nothing,
  status: 204,
  // A form without a tick chooses nothing; a body without the list is a mistake.
  prepare: ({ enabled = null }) => ({ enabled }),
  door: setNotifications,
})

export const notificationOperations = [readNotifications, chooseNotifications]
