import type { Text } from '@/components/messages'
import type { FormAction } from '@/components/ui/action-form'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import type { Language } from '@/lib/platform/messages'
import type { ProjectSeen } from '@/lib/projects/queries/project'
import { Decision } from './decision'

export type TransferActions = Readonly<Record<'accept' | 'decline' | 'cancel', FormAction>>

type Props = { t: Text; language: Language; project: ProjectSeen; actions: TransferActions }

const answers = ['accept', 'decline', 'cancel'] as const

/** The PI role on its way: from whom to whom, for whom it waits, and what the reader can do about it. */
export function TransferNotice({ t, language, project, actions }: Props) {
  const { slug, transfer } = project
  if (!transfer) return null
  const { id, from, to, institutionName, state, may, createdAt, acceptedAt } = transfer
  const mine = answers.filter((verb) => may.includes(verb))
  return (
    <Notice tone="wait" title={t('project.transfer.on', { from, to, institution: institutionName })}>
      <p>
        {t(state === 'accepted' ? 'project.transfer.accepted' : 'project.transfer.proposed', { to })}{' '}
        <span className="text-soft">
          {t('project.since')} <Time value={acceptedAt ?? createdAt} language={language} />
        </span>
      </p>
      {may.includes('accept') && <p className="mt-1">{t('project.transfer.means')}</p>}
      {may.includes('confirm') && (
        <p className="mt-1">
          <a href="/administration/projects">{t('project.transfer.decide')}</a>
        </p>
      )}
      {mine.length > 0 && (
        <div className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
          {mine.map((verb) => (
            <Decision
              key={verb}
              language={language}
              summary={t(`project.transfer.${verb}`)}
              action={actions[verb]}
              said={{ slug, transferId: id }}
              grave={verb !== 'accept'}
            />
          ))}
        </div>
      )}
    </Notice>
  )
}
