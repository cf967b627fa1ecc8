import type { Text } from '@/components/messages'
import { Checklist } from '@/components/ui/lists'
import type { Language } from '@/lib/platform/messages'
import type { Box } from './basis-parts'

/** The same as the picture in words, each with its state, until when it holds, and the way to it. */
export function BasisList({ t, language, boxes }: { t: Text; language: Language; boxes: readonly Box[] }) {
  const checks = boxes.map(({ key, ok, title, state, until, href }) => ({
    key,
    verdict: ok ? ('ok' as const) : ('no' as const),
    text: (
      <>
        {href ? <a href={href}>{title}</a> : title}
        <span className={ok ? 'block text-sm text-soft' : 'block text-sm text-red'}>{state}</span>
      </>
    ),
    aside: until && t('basis.last-day', { day: until }),
  }))
  return <Checklist checks={checks} language={language} />
}
