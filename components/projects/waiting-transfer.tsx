import type { Text } from '@/components/messages'
import type { FormAction } from '@/components/ui/action-form'
import { formatAge } from '@/components/ui/format'
import { TextArea } from '@/components/ui/text-fields'
import type { Language } from '@/lib/platform/messages'
import type { ProjectsWaiting } from '@/lib/projects/queries/administration'
import { Decision } from './decision'

type Props = {
  t: Text
  language: Language
  transfer: ProjectsWaiting['transfers'][number]
  now: Date
  actions: Readonly<Record<'confirm' | 'refuse', FormAction>>
}

/** A transfer of the PI role on which both sides agree, to be confirmed or refused. */
export function WaitingTransfer({ t, language, transfer, now, actions }: Props) {
  const { id, from, to, institutionName, acceptedAt, project } = transfer
  const age = formatAge(acceptedAt ?? now, now, language)
  return (
    <li className="grid gap-x-8 gap-y-3 border-b border-line pb-5 last:border-b-0 last:pb-0 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="min-w-0">
        <h3>
          <a href={`/projects/${project.slug}`}>{project.name}</a>
        </h3>
        <p className="mt-0.5">{t('project.transfer.on', { from, to, institution: institutionName })}</p>
        <p className="mt-0.5 text-sm text-soft">{t('project.desk.transfer.waits', { age })}</p>
      </div>
      <div className="grid content-start gap-2">
        {(['confirm', 'refuse'] as const).map((verb) => (
          <Decision
            key={verb}
            language={language}
            summary={t(`project.desk.transfer.${verb}`)}
            action={actions[verb]}
            said={{ slug: project.slug, transferId: id }}
            grave={verb === 'refuse'}
          >
            <p className="mb-3 text-sm text-soft">{t(`project.desk.transfer.${verb}.text`)}</p>
            <TextArea name="reason" rows={3} label={t('project.reason')} hint={t('project.desk.transfer.reason')} />
          </Decision>
        ))}
      </div>
    </li>
  )
}
