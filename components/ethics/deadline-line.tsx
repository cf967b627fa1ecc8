import type { Text } from '@/components/messages'
import { Time } from '@/components/ui/time'
import type { Deadline } from '@/lib/ethics/rules/deadlines'
import type { Language } from '@/lib/platform/messages'

const soon = 90

/** A deadline: what, until which day, and how many days are left; marked where it is near or has passed. */
export function DeadlineLine({ t, language, deadline }: { t: Text; language: Language; deadline: Deadline }) {
  const { kind, lastDay, daysLeft } = deadline
  const left = t('ethics.deadline.left', { days: daysLeft })
  return (
    <span>
      {t(`ethics.deadline.${kind}`)}: <Time value={lastDay} language={language} />{' '}
      <span className={daysLeft === 0 ? 'text-red' : daysLeft <= soon ? 'text-amber' : 'text-soft'}>({left})</span>
    </span>
  )
}
