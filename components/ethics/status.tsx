import type { Text } from '@/components/messages'
import { StateBadge, type Tone } from '@/components/ui/tag'
import type { EthicsStatus } from '@/lib/ethics/rules/status'
import type { VersionState } from '@/lib/ethics/rules/versions'

const tones: Readonly<Record<EthicsStatus, Tone>> = {
  rejected: 'stop',
  dismissed: 'stop',
  withdrawn: 'idle',
  superseded: 'idle',
  unverified: 'wait',
  'not-in-force': 'wait',
  expired: 'stop',
  lapsed: 'stop',
  'valid-with-conditions': 'ok',
  valid: 'ok',
}

/** What an approval counts as now, in word, colour and sign. */
export const EthicsStatusBadge = ({ t, status }: { t: Text; status: EthicsStatus }) => (
  <StateBadge tone={tones[status]}>{t(`ethics.status.${status}`)}</StateBadge>
)

const stateTones: Readonly<Record<VersionState, Tone>> = {
  draft: 'idle',
  submitted: 'wait',
  verified: 'ok',
  returned: 'stop',
}

/** How far a version is on its way. */
export const VersionStateBadge = ({ t, state }: { t: Text; state: VersionState }) => (
  <StateBadge tone={stateTones[state]}>{t(`ethics.state.${state}`)}</StateBadge>
)
