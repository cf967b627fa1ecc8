import type { Text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'

/** What somebody without a project can do: look, and apply for one. */
export function NoProject({ t }: { t: Text }) {
  return (
    <Panel title={t('booking.no-project')}>
      <p className="mb-4 text-soft">{t('booking.no-project.text')}</p>
      <LinkButton href="/projects/apply">{t('booking.no-project.apply')}</LinkButton>
    </Panel>
  )
}
