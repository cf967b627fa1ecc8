import type { Text } from '@/components/messages'
import { formatNumber } from '@/components/ui/format'
import { DefinitionList } from '@/components/ui/lists'
import { Time } from '@/components/ui/time'
import type { Language } from '@/lib/platform/messages'
import type { ProjectSeen } from '@/lib/projects/queries/project'

/** An organisation, leading to its entry in the register of organisations where it has one. */
const Organisation = ({ name, ror }: { name: string; ror: string | null }) =>
  ror ? (
    <a href={ror} rel="external">
      {name}
    </a>
  ) : (
    name
  )

const Partners = ({ partners }: Pick<ProjectSeen, 'partners'>) => (
  <ul className="grid gap-0.5">
    {partners.map((partner) => (
      <li key={partner.name}>
        <Organisation {...partner} />
      </li>
    ))}
  </ul>
)

/** What is known of a project, term by term. */
export function ProjectFacts({ t, language, project }: { t: Text; language: Language; project: ProjectSeen }) {
  const { slug, piName, piOpen, institution, institutionName, department, partners, memberCount, quotaGigabytes } =
    project
  const visible = t(project.listed ? 'project.visible.listed' : 'project.visible.not')
  const onSheet = t(project.hiddenOnSheet ? 'project.sheet.hidden' : 'project.sheet.named')
  const facts = [
    { term: t('project.pi'), detail: piOpen ? piName : t('project.pi.closed', { name: piName }) },
    { term: t('project.institution'), detail: <Organisation name={institutionName} ror={institution} /> },
    { term: t('project.department'), detail: department },
    { term: t('project.partners'), detail: partners.length > 0 && <Partners partners={partners} /> },
    {
      term: t('project.members'),
      detail: (
        <>
          <a href={`/projects/${slug}/members`}>{t('project.members.count', { count: memberCount })}</a>
          {', '}
          {t('project.members.confirmed')} <Time value={project.membersConfirmedAt} language={language} />
        </>
      ),
    },
    {
      term: t('project.quota'),
      detail:
        quotaGigabytes === 0
          ? t('project.quota.none')
          : t('project.quota.size', { size: formatNumber(quotaGigabytes, language) }),
    },
    { term: t('project.visible'), detail: `${visible} ${onSheet}` },
  ]
  return <DefinitionList language={language} facts={facts} />
}
