import { text } from '@/components/messages'
import type { Language } from '@/lib/platform/messages'

/** Stands on every page of a demonstration, so that nobody takes its people for real ones. */
export function DemoBanner({ language }: { language: Language }) {
  const t = text(language)
  return (
    <aside aria-label={t('shell.demonstration.label')} className="bg-amber-soft px-4 py-1 text-sm text-amber sm:px-8">
      {t.rich('shell.demonstration', {
        outbox: (chunks) => (
          <a href="/outbox" className="text-inherit">
            {chunks}
          </a>
        ),
      })}
    </aside>
  )
}
