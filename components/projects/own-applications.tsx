import type { Text } from '@/components/messages'
import type { FormAction } from '@/components/ui/action-form'
import { StateBadge, type Tone } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { Language } from '@/lib/platform/messages'
import type { OwnApplication } from '@/lib/projects/queries/own'
import { Decision } from './decision'

const tones = {
  submitted: 'wait',
  approved: 'ok',
  declined: 'stop',
  withdrawn: 'idle',
} as const satisfies Record<OwnApplication['state'], Tone>

type Props = { t: Text; language: Language; applications: readonly OwnApplication[]; withdraw: FormAction }

/** One's own applications, the newest first: how each stands, why, and what it became. */
export function OwnApplications({ t, language, applications, withdraw }: Props) {
  if (applications.length === 0) return <p className="text-soft">{t('project.applications.none')}</p>
  return (
    <ul className="divide-y divide-line">
      {applications.map(({ id, name, type, state, reason, slug, revision, createdAt }) => (
        <li key={id} className="py-4 first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-baseline gap-x-4">
            <span className="min-w-0 font-medium">{slug ? <a href={`/projects/${slug}`}>{name}</a> : name}</span>
            <StateBadge tone={tones[state]}>{t(`project.application.${state}`)}</StateBadge>
            <span className="text-sm text-soft sm:ml-auto">
              {t(`projects.kind.${type}`)}, {t('project.application.sent')}{' '}
              <Time value={createdAt} language={language} />
            </span>
          </div>
          {reason && <p className="mt-1">{t('project.reason.said', { reason })}</p>}
          {state === 'submitted' && (
            <Decision
              language={language}
              className="mt-1"
              summary={t('project.application.withdraw')}
              action={withdraw}
              said={{ applicationId: id, expectedRevision: revision }}
              grave
            />
          )}
        </li>
      ))}
    </ul>
  )
}
