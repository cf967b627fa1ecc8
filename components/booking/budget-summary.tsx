import type { Text } from '@/components/messages'
import { formatDateTime } from '@/components/ui/format'
import { Meter } from '@/components/ui/meter'
import { Panel } from '@/components/ui/panel'
import type { ActingProject } from '@/lib/booking/rules/sheet'
import { OwedList } from './owed-notice'
import { WhyNot } from './why-not'

/** What the project may use and uses, in GPU weeks, and when the next of it stops counting. */
export function BudgetSummary({ t, project }: { t: Text; project: ActingProject }) {
  const { budget, used, left, held, next } = project.meter
  const over = used > budget
  const sentence = t(over ? 'booking.budget.over' : 'booking.budget.left', { used, left, over: used - budget, budget })
  return (
    <Panel title={t('booking.budget')}>
      <Meter parts={[{ value: used, kind: 'held' }]} limit={budget} label={sentence} />
      <p className={over ? 'mt-2 font-medium text-red' : 'mt-2'}>{sentence}</p>
      {held > 0 && <p className="mt-1 text-sm text-soft">{t('booking.budget.held', { held })}</p>}
      {next && (
        <p className="mt-1 text-sm text-soft">
          {t('booking.budget.next', { gpus: next.gpus, at: formatDateTime(next.at) })}
        </p>
      )}
      {project.why && (
        <div className="mt-3 border-t border-line pt-3 text-sm">
          {project.owes.length > 0 ? (
            <OwedList t={t} project={project} owes={project.owes} />
          ) : (
            <WhyNot t={t} code={project.why} />
          )}
        </div>
      )}
    </Panel>
  )
}
