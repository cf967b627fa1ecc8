import type { Text } from '@/components/messages'
import { Panel } from '@/components/ui/panel'
import { StateBadge, type Tone } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { WholeRequest } from '@/lib/access/queries/request'
import type { Language } from '@/lib/platform/messages'
import { lastDayBefore } from '@/lib/projects/rules/periods'
import { wordFor } from './words'

type Props = { t: Text; language: Language; request: Pick<WholeRequest, 'renewals'> }

const tones: Record<string, Tone> = { open: 'wait', granted: 'ok', declined: 'stop' }

/** Wishes for more time, the newest first: until when, why, and what came of each. */
export function Renewals({ t, language, request: { renewals } }: Props) {
  if (renewals.length === 0) return null
  return (
    <Panel title={t('requests.renewals')}>
      <ul className="grid gap-4">
        {renewals.toReversed().map(({ id, wantedUntil, reason, by, askedAt, state, answer }) => (
          <li key={id}>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <StateBadge tone={tones[state] ?? 'idle'}>{wordFor(t, 'renewal', state)}</StateBadge>
              <span className="font-medium">{t('requests.renewals.until', { day: lastDayBefore(wantedUntil) })}</span>
              <span className="text-sm text-soft">
                {by}, <Time value={askedAt} language={language} />
              </span>
            </p>
            <p className="max-w-[75ch] whitespace-pre-line">{reason}</p>
            {answer && (
              <p className="mt-1 max-w-[75ch] whitespace-pre-line text-soft">
                {t('requests.reason-given')}: {answer}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
