import type { Text } from '@/components/messages'
import { formatDate } from '@/components/ui/format'
import type { AccessVerdict } from '@/lib/access/queries/verdict'
import { lastDayBefore } from '@/lib/projects/rules/periods'
import { reasonWords } from './words'

/** A verdict as the page of its dataset tells it to the person: a heading, its sentences, and where more stands. */
export interface VerdictInShort {
  readonly tone: 'ok' | 'stop' | 'idle'
  readonly title: string
  readonly lines: readonly string[]
  readonly href: string
  readonly link: string
}

/** "You may, until …; it rests on …", or "you may not" with every reason; quieter where the person has no grant at all. */
export function verdictInShort(t: Text, slug: string, verdict: AccessVerdict['verdict']): VerdictInShort {
  if (verdict.may) {
    const until = formatDate(lastDayBefore(verdict.until))
    const { grantId, reference } = verdict.grant
    return {
      tone: 'ok',
      title: t('requests.verdict.may'),
      lines: [t('requests.verdict.short', { until, reference })],
      href: `/grants/${grantId}`,
      link: t('requests.verdict.basis'),
    }
  }
  const known = verdict.grants.length > 0
  return {
    tone: known ? 'stop' : 'idle',
    title: t('requests.verdict.may-not'),
    lines: [...new Set(verdict.reasons.map((reason) => reasonWords(t, reason)))],
    href: known ? '/grants' : `/datasets/${slug}/request`,
    link: t(known ? 'requests.verdict.grants' : 'requests.verdict.ask'),
  }
}
