import type { Text } from '@/components/messages'
import { StateBadge, type Tone } from '@/components/ui/tag'
import { type SignedKind, signedKinds } from '@/lib/agreements/rules/in-force'
import { type DocumentShown, lastDayOf } from './document-facts'

const dayLength = 86_400_000
/** Below so many days a document is about to end. */
const soon = 90

function stateOf(t: Text, own: readonly DocumentShown[], now: Date): { tone: Tone; words: string } {
  const ends = own.filter(({ standing }) => standing === 'in-force').map(({ validUntil }) => Number(validUntil))
  const until = new Date(Math.max(0, ...ends))
  if (ends.length === 0) {
    const waits = own.some(({ standing }) => standing === 'submitted')
    return {
      tone: 'stop',
      words: [t('agreements.project.kind.none'), waits && t('agreements.project.kind.waiting')]
        .filter(Boolean)
        .join('. '),
    }
  }
  const days = Math.ceil((until.getTime() - now.getTime()) / dayLength)
  const date = lastDayOf(until)
  return days > soon
    ? { tone: 'ok', words: t('agreements.project.kind.until', { date }) }
    : { tone: 'wait', words: t('agreements.project.kind.soon', { date, days }) }
}

type Props = { t: Text; documents: readonly DocumentShown[]; now: Date }

/** Of each agreement that a project signs, whether it is in force and until when: in word, colour and sign. */
export function KindStates({ t, documents, now }: Props) {
  const line = (kind: SignedKind) =>
    stateOf(
      t,
      documents.filter((one) => one.kind === kind),
      now,
    )
  return (
    <ul className="grid gap-2">
      {signedKinds.map((kind) => (
        <li key={kind} className="flex flex-wrap items-baseline gap-x-4">
          <span className="font-medium sm:basis-72">{t(`agreements.kind.${kind}`)}</span>
          <StateBadge tone={line(kind).tone}>{line(kind).words}</StateBadge>
        </li>
      ))}
    </ul>
  )
}
