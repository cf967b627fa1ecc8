import type { MessageKey, Text } from '@/components/messages'
import { type Check, Checklist } from '@/components/ui/lists'
import { Panel } from '@/components/ui/panel'
import type { WholeRequest } from '@/lib/access/queries/request'
import type { Language } from '@/lib/platform/messages'
import { lastDayBefore } from '@/lib/projects/rules/periods'
import { wordFor } from './words'

type Props = { t: Text; language: Language; request: WholeRequest }
type Line = WholeRequest['resting'][number]

/** The sentence of a condition: what holds, or what is missing of whom. */
function sentence(t: Text, { on, verdict, about, word }: Line): string {
  const key = `requests.rests.${on}.${verdict === 'no' ? 'no' : 'ok'}` as MessageKey
  return t(key, { about: about ?? '', n: typeof word === 'number' ? word : 0 })
}

const aside = (t: Text, { on, verdict, word, until }: Line): string | null => {
  if (until) return t('requests.rests.until', { day: lastDayBefore(until) })
  if (on === 'ethics' && verdict === 'no') return wordFor(t, 'ethics', String(word))
  return on === 'project' && verdict === 'no' ? wordFor(t, 'life', String(word)) : null
}

/** What a grant would rest on, or rests on: each condition with its verdict and until when it holds. */
export function RestsOn({ t, language, request: { resting, grants } }: Props) {
  if (resting.length === 0) return null
  const checks = resting.map(
    (line): Check => ({
      key: `${line.on} ${line.about ?? ''} ${line.word ?? ''}`,
      verdict: line.verdict,
      text: sentence(t, line),
      aside: aside(t, line),
    }),
  )
  return (
    <Panel title={t(grants.length > 0 ? 'requests.rests' : 'requests.rests.would')}>
      <Checklist checks={checks} language={language} />
    </Panel>
  )
}
