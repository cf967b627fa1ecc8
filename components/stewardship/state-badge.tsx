import type { Text } from '@/components/messages'
import { StateBadge } from '@/components/ui/tag'
import type { DatasetState } from '@/lib/catalogue/rules/publishing'

const looks = {
  draft: { tone: 'wait', icon: 'pencil' },
  published: { tone: 'ok', icon: 'check' },
  hidden: { tone: 'idle', icon: 'hidden' },
  withdrawn: { tone: 'stop', icon: 'cross' },
} as const

/** The state of a dataset in word, colour and sign. */
export function DatasetStateBadge({ t, state }: { t: Text; state: DatasetState }) {
  return <StateBadge {...looks[state]}>{t(`catalogue.state.${state}`)}</StateBadge>
}
