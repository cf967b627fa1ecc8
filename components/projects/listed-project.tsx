import type { Text } from '@/components/messages'
import { DefinitionList } from '@/components/ui/lists'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Tag } from '@/components/ui/tag'
import type { Language } from '@/lib/platform/messages'
import type { ListedProject as Listed } from '@/lib/projects/queries/directory'
import { LifeBadge } from './marks'
import { Paragraphs } from './paragraphs'

type Props = { t: Text; language: Language; project: Listed; signedIn: boolean }

/** A project as the public directory shows it. */
export function ListedProject({ t, language, project, signedIn }: Props) {
  const { slug, name, type, life, piName, institutionName, department, description, partners } = project
  const facts = [
    { term: t('project.pi'), detail: piName },
    { term: t('project.institution'), detail: institutionName },
    ...(department ? [{ term: t('project.department'), detail: department }] : []),
    ...(partners.length > 0 ? [{ term: t('project.partners'), detail: partners.join(', ') }] : []),
    { term: t('project.runs'), detail: t('project.period', { from: project.startsOn, until: project.endsOn }) },
  ]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ href: '/projects', label: t('project.projects') }]} language={language} />}
        title={name}
        state={
          <>
            <LifeBadge t={t} life={life} />
            <Tag>{t(`projects.kind.${type}`)}</Tag>
          </>
        }
      />
      <div className="grid gap-5">
        <Panel title={t('project.about')}>
          <Paragraphs words={description} />
        </Panel>
        <Panel title={t('project.facts')}>
          <DefinitionList language={language} facts={facts} />
        </Panel>
        {!signedIn && (
          <p className="text-sm text-soft">
            {t.rich('project.listed.member', {
              in: (words) => <a href={`/sign-in?${new URLSearchParams({ next: `/projects/${slug}` })}`}>{words}</a>,
            })}
          </p>
        )}
      </div>
    </>
  )
}
