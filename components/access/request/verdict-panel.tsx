import type { Text } from '@/components/messages'
import { Checklist } from '@/components/ui/lists'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import type { AccessVerdict } from '@/lib/access/queries/verdict'
import type { Language } from '@/lib/platform/messages'
import { lastDayBefore } from '@/lib/projects/rules/periods'
import { reasonWords } from './words'

type Props = { t: Text; language: Language; verdict: AccessVerdict['verdict'] }

/** The live verdict in words: you may, until when and on what it rests; or you may not, with every reason. */
export function VerdictPanel({ t, language, verdict }: Props) {
  if (verdict.may)
    return (
      <Notice tone="ok" title={t('requests.verdict.may')}>
        {t.rich('requests.verdict.until', {
          until: () => <Time value={lastDayBefore(verdict.until)} language={language} />,
          request: () => <a href={`/grants/${verdict.grant.grantId}`}>{verdict.grant.reference}</a>,
        })}
      </Notice>
    )
  const checks = verdict.reasons.map((reason, at) => ({
    key: `${reason.code} ${at}`,
    verdict: 'no' as const,
    text: reasonWords(t, reason),
  }))
  return (
    <>
      <Notice tone={verdict.grants.length > 0 ? 'stop' : 'idle'} title={t('requests.verdict.may-not')} />
      <div className="mt-3">
        <Checklist checks={checks} language={language} />
      </div>
    </>
  )
}
