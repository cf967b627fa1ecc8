import type { Text } from '@/components/messages'
import { StateBadge } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { Language } from '@/lib/platform/messages'

type Props = {
  t: Text
  language: Language
  system: { readonly enabled: boolean; readonly faults: number; readonly nextAt: Date | null }
}

/** Whether a connected system is told anything: on, off, or out of reach, and then when it is called again. */
export function SystemState({ t, language, system: { enabled, faults, nextAt } }: Props) {
  if (!enabled) return <StateBadge tone="idle">{t('systems.off')}</StateBadge>
  if (faults === 0) return <StateBadge tone="ok">{t('systems.on')}</StateBadge>
  return (
    <>
      <StateBadge tone="stop">{t('systems.out-of-reach', { count: faults })}</StateBadge>
      {nextAt && (
        <span className="block text-sm text-soft">
          {t.rich('systems.next-call', { when: () => <Time value={nextAt} language={language} show="minute" /> })}
        </span>
      )}
    </>
  )
}
