import type { Text } from '@/components/messages'
import { Icon } from '@/components/ui/icon'
import { StateBadge, type Tone } from '@/components/ui/tag'
import type { Verdict } from '@/lib/access/rules/duo-reason'
import type { Language } from '@/lib/platform/messages'

const tones = { fits: 'ok', 'needs-a-person': 'wait', conflicts: 'stop' } as const satisfies Record<Verdict, Tone>
const signs = {
  fits: ['check', 'text-green'],
  'needs-a-person': ['alert', 'text-amber'],
  conflicts: ['cross', 'text-red'],
} as const

/**
 * Whether data may be used for a purpose, as `worded(judgeUse(…))` of lib/access/queries/duo tells it: the verdict in a word, a colour
 * and a sign, and under it every reason, the gravest first.
 */
export type UseVerdictProps = {
  t: Text
  language: Language
  verdict: Verdict
  reasons: readonly { verdict: Verdict; term: string | null; why: string; words: Record<Language, string> }[]
}

const gravity: readonly Verdict[] = ['conflicts', 'needs-a-person', 'fits']

export function UseVerdict({ t, language, verdict, reasons }: UseVerdictProps) {
  const shown = reasons.toSorted((a, b) => gravity.indexOf(a.verdict) - gravity.indexOf(b.verdict))
  return (
    <>
      <StateBadge tone={tones[verdict]} icon={signs[verdict][0]}>
        {t(`access.duo.verdict.${verdict}`)}
      </StateBadge>
      <ul className="mt-1.5 grid gap-1">
        {shown.map(({ verdict: one, term, why, words }) => (
          <li key={`${term} ${why} ${words.en}`} className="flex gap-2.5">
            <Icon name={signs[one][0]} className={`mt-1 size-4 ${signs[one][1]}`} />
            <span className="sr-only">{t(`access.duo.verdict.${one}`)}:</span>
            <span className="min-w-0">{words[language]}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
