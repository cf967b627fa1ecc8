import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { show } from '@/app/show'
import { ApprovalFields } from '@/components/ethics/approval-fields'
import { type Text, text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { EmptyState } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/text-fields'
import { countryCodes } from '@/lib/catalogue/rules/countries'
import { type ApprovalChoices, approvalChoices } from '@/lib/ethics/queries/choices'
import { requestContext } from '@/lib/identity/session'
import type { Language } from '@/lib/platform/messages'
import { register } from '../actions'

type Props = { searchParams: Promise<{ project?: string; cites?: string }> }
type Project = ApprovalChoices['projects'][number]

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('ethics.register') }
}

function ChooseProject({ t, projects }: { t: Text; projects: readonly Project[] }) {
  if (projects.length === 0) return <EmptyState title={t('ethics.new.no-project')}>{t('ethics.own.how')}</EmptyState>
  return (
    <Panel title={t('ethics.new.which')}>
      <ul className="grid gap-2">
        {projects.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`/ethics/new?project=${slug}`}>{name}</a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Citing({ t, project, cites }: { t: Text; project: Project; cites: string | undefined }) {
  if (project.originals.length === 0) return null
  const options = project.originals.flatMap(({ id, number }) => [
    { value: `amends ${id}`, label: t('ethics.new.amends', { number }) },
    { value: `replaces ${id}`, label: t('ethics.new.replaces', { number }) },
  ])
  return (
    <Select
      name="cites"
      label={t('ethics.new.cites')}
      hint={t('ethics.new.cites.hint')}
      width="long"
      optional
      empty={t('ethics.new.original')}
      options={options}
      defaultValue={options.some(({ value }) => value === cites) ? cites : ''}
    />
  )
}

type Form = { t: Text; language: Language; project: Project; choices: ApprovalChoices; cites: string | undefined }

function RegisterForm({ t, language, project, choices, cites }: Form) {
  return (
    <Panel>
      <ActionForm action={register} language={language} submit={t('ethics.new.do')}>
        <input type="hidden" name="project" value={project.slug} />
        <Citing t={t} project={project} cites={cites} />
        <ApprovalFields t={t} language={language} countries={[...countryCodes]} datasets={choices.datasets} />
      </ActionForm>
    </Panel>
  )
}

export default async function NewApprovalPage({ searchParams }: Props) {
  const [ctx, { project: slug, cites }] = await Promise.all([requestContext(), searchParams])
  const { language } = ctx
  const t = text(language)
  const choices = await show(approvalChoices(ctx, {}), '/ethics/new')
  const { projects } = choices
  const project = slug ? projects.find((one) => one.slug === slug) : projects.length === 1 ? projects[0] : undefined
  if (slug && !project) notFound()
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ href: '/ethics', label: t('ethics.title') }]} language={language} />}
        title={t('ethics.register')}
        lead={project ? t('ethics.new.lead', { project: project.name }) : undefined}
      />
      {project ? (
        <RegisterForm t={t} language={language} project={project} choices={choices} cites={cites} />
      ) : (
        <ChooseProject t={t} projects={projects} />
      )}
    </>
  )
}
