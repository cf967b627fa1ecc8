import type { Text } from '@/components/messages'
import { Panel } from '@/components/ui/panel'

/** What somebody without a project can do: look, and how they come to book. */
export function NoProject({ t }: { t: Text }) {
  return (
    <Panel title={t('booking.no-project')}>
      <p className="text-soft">{t('booking.no-project.text')}</p>
    </Panel>
  )
}
