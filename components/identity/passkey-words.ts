import type { Text } from '@/components/messages'
import type { PasskeyWords } from './passkey-form'

/** What a form for passkeys may have to say. */
export const passkeyWords = (t: Text): PasskeyWords => ({
  cancelled: t('identity.passkey.problem.cancelled'),
  there: t('identity.passkey.problem.there'),
  unsupported: t('identity.passkey.problem.unsupported'),
  failed: t('identity.passkey.problem.failed'),
  'needs-scripts': t('identity.passkey.problem.needs-scripts'),
})
