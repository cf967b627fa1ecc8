import type { Text } from '@/components/messages'
import { StateBadge, type Tone } from '@/components/ui/tag'
import type { DocumentStanding } from '@/lib/agreements/rules/documents'

const tones: Readonly<Record<DocumentStanding, Tone>> = {
  submitted: 'wait',
  'to-come': 'wait',
  'in-force': 'ok',
  expired: 'stop',
  terminated: 'stop',
  'other-institution': 'stop',
  returned: 'stop',
  withdrawn: 'idle',
}

/** How a document stands, in word, colour and sign. */
export const Standing = ({ t, standing }: { t: Text; standing: DocumentStanding }) => (
  <StateBadge tone={tones[standing]}>{t(`agreements.state.${standing}`)}</StateBadge>
)
