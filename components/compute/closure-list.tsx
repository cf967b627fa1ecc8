import { OneButtonForm } from '@/components/identity/one-button-form'
import { text } from '@/components/messages'
import type { FormAction } from '@/components/ui/action-form'
import type { closures } from '@/lib/booking/queries/closures'
import type { Language } from '@/lib/platform/messages'

type Closures = Awaited<ReturnType<typeof closures>>
type Props = { language: Language; closures: Closures; machine: string; action: FormAction }

/** The maintenance that is planned or goes on, each with what ends it. */
export function ClosureList({ language, closures: planned, machine, action }: Props) {
  const t = text(language)
  if (planned.length === 0) return <p className="text-soft">{t('compute.maintenance.none')}</p>
  return (
    <ul className="divide-y divide-line">
      {planned.map(({ id, from, to, slots, reason }) => {
        const weeks = t('compute.maintenance.weeks', { from, to })
        return (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0"
          >
            <div className="min-w-0">
              <p className="font-medium">{weeks}</p>
              <p className="text-sm text-soft">{t('compute.maintenance.slots', { slots: slots.join(', ') })}</p>
              <p className="break-words">{reason}</p>
            </div>
            <OneButtonForm
              action={action}
              name="closure"
              value={id}
              also={{ machine }}
              label={t('compute.maintenance.open')}
              about={weeks}
            />
          </li>
        )
      })}
    </ul>
  )
}
