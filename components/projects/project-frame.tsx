import type { ReactNode } from 'react'
import type { MessageKey, Text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import type { Language } from '@/lib/platform/messages'
import type { ProjectSeen } from '@/lib/projects/queries/project'
import { authorityWords, LifeBadge } from './marks'
import { ProjectTabs } from './project-tabs'

const parts = {
  '': 'project.overview',
  '/members': 'project.members',
  '/delegations': 'project.delegations',
  '/agreements': 'project.agreements',
  '/bookings': 'project.bookings',
  '/timeline': 'project.timeline',
  '/settings': 'project.settings',
} as const satisfies Record<string, MessageKey>

/** As what the reader is here: whoever acts for the PI sees in whose name. */
function roleWords(t: Text, { standing: { role, authorities }, piName }: ProjectSeen): string {
  if (role === 'pi') return t('project.role.pi')
  if (role === 'outsider') return t('project.role.administrator')
  if (authorities.length === 0) return t('project.role.member')
  return t('project.role.delegate', { pi: piName, authorities: authorityWords(t, authorities) })
}

/** Whether the page of what is kept of the project has anything for the reader: who administers the hub decides elsewhere. */
export const hasSettings = ({ standing, may, transfer }: ProjectSeen): boolean =>
  standing.role !== 'outsider' && (may.edit || may.end || may.propose || (transfer?.may.length ?? 0) > 0)

type Props = { t: Text; language: Language; project: ProjectSeen; children: ReactNode }

/** What every page of a project begins with: its name, its state, as what one sees it, and the way to its parts. */
export function ProjectFrame({ t, language, project, children }: Props) {
  const { slug, name, type, life, startsOn, endsOn, listed } = project
  const tabs = Object.entries(parts)
    .filter(([path]) => path !== '/settings' || hasSettings(project))
    .map(([path, key]) => ({ href: `/projects/${slug}${path}`, label: t(key) }))
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ href: '/projects', label: t('project.projects') }]} language={language} />}
        title={name}
        state={
          <>
            <LifeBadge t={t} life={life} />
            <Tag>{t(`projects.kind.${type}`)}</Tag>
            <span>{t('project.period', { from: startsOn, until: endsOn })}</span>
            {listed && <Tag>{t('project.listed')}</Tag>}
          </>
        }
        lead={roleWords(t, project)}
        actions={
          project.may.decide && (
            <LinkButton href={`/administration/projects/${slug}`}>{t('project.desk.decide')}</LinkButton>
          )
        }
      />
      <ProjectTabs label={t('project.nav')} tabs={tabs} />
      {children}
    </>
  )
}
