import { actorWords, entryWords } from '@/components/identity/journal-words'
import type { Text } from '@/components/messages'
import { Timeline } from '@/components/ui/lists'
import { Time } from '@/components/ui/time'
import type { OneApproval } from '@/lib/ethics/queries/one-approval'
import type { Language } from '@/lib/platform/messages'

type Props = { t: Text; language: Language; entries: OneApproval['history'] }

/** What was done with an approval, as the journal has it. */
export function EthicsHistory({ t, language, entries }: Props) {
  const happenings = entries.map((entry) => ({
    key: entry.id,
    title: entryWords(t, entry),
    about: (
      <>
        {actorWords(t, entry)} · <Time value={entry.at} language={language} show="minute" />
      </>
    ),
  }))
  return <Timeline happenings={happenings} />
}
