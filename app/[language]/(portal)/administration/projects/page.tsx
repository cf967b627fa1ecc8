import type { Metadata } from 'next'
import { show } from '@/app/show'
import { filterBox } from '@/components/identity/filter-box'
import { type Text, text } from '@/components/messages'
import { ProjectFilter } from '@/components/projects/directory'
import { RegisterTable } from '@/components/projects/register-table'
import { WaitingApplication } from '@/components/projects/waiting-application'
import { WaitingTransfer } from '@/components/projects/waiting-transfer'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { requestContext } from '@/lib/identity/session'
import type { Context } from '@/lib/platform/context'
import { projectRegister, projectsWaiting } from '@/lib/projects/queries/administration'
import { lives } from '@/lib/projects/rules/periods'
import { projectTypes } from '@/lib/projects/rules/types'
import { confirm, decide, refuse } from './actions'

const here = '/administration/projects'
type Query = Record<string, string | string[] | undefined>
type Props = { searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('project.desk') }
}

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')

const wantedBy = (query: Query) => ({
  q: one(query.q).slice(0, 200),
  type: projectTypes.find((type) => type === query.type) ?? '',
  life: lives.find((life) => life === query.life) ?? '',
  cursor: one(query.cursor),
})

async function Waiting({ ctx, t }: { ctx: Context; t: Text }) {
  const { language, now } = ctx
  const { applications, transfers } = await show(projectsWaiting(ctx, {}), here)
  return (
    <>
      <Panel title={t('project.desk.applications', { count: applications.length })}>
        {applications.length === 0 && <p className="text-soft">{t('project.desk.applications.none')}</p>}
        <ul className="grid gap-6">
          {applications.map((application) => (
            <WaitingApplication
              key={application.id}
              t={t}
              language={language}
              application={application}
              now={now}
              decide={decide}
            />
          ))}
        </ul>
      </Panel>
      <Panel title={t('project.desk.transfers', { count: transfers.length })}>
        {transfers.length === 0 && <p className="text-soft">{t('project.desk.transfers.none')}</p>}
        <ul className="grid gap-5">
          {transfers.map((transfer) => (
            <WaitingTransfer
              key={transfer.id}
              t={t}
              language={language}
              transfer={transfer}
              now={now}
              actions={{ confirm, refuse }}
            />
          ))}
        </ul>
      </Panel>
    </>
  )
}

async function Register({ ctx, t, query }: { ctx: Context; t: Text; query: Query }) {
  const wanted = wantedBy(query)
  const { items, next } = await show(projectRegister(ctx, wanted), here)
  const address = (cursor: string) => `${here}?${new URLSearchParams({ ...wanted, cursor })}`
  const { cursor: _, ...kept } = wanted
  const csv = <a href={`${here}/file?${new URLSearchParams(kept)}`}>{t('project.register.csv')}</a>
  return (
    <Panel title={t('project.register')} actions={csv}>
      <ProjectFilter t={t} q={wanted.q} type={wanted.type}>
        <label className="grid gap-1 font-medium">
          {t('project.runs')}
          <select name="life" defaultValue={wanted.life} className={filterBox}>
            <option value="">{t('project.filter.any')}</option>
            {lives.map((life) => (
              <option key={life} value={life}>
                {t(`project.life.${life}`)}
              </option>
            ))}
          </select>
        </label>
      </ProjectFilter>
      <RegisterTable t={t} projects={items} />
      <Pagination
        language={ctx.language}
        first={wanted.cursor ? address('') : undefined}
        next={next ? address(next) : undefined}
      />
    </Panel>
  )
}

export default async function ProjectsDeskPage({ searchParams }: Props) {
  const [ctx, query] = await Promise.all([requestContext(), searchParams])
  const t = text(ctx.language)
  const crumbs = [{ href: '/administration', label: t('identity.administration.title') }]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={ctx.language} />}
        title={t('project.desk')}
        lead={t('project.desk.lead')}
      />
      <div className="grid gap-5">
        <Waiting ctx={ctx} t={t} />
        <Register ctx={ctx} t={t} query={query} />
      </div>
    </>
  )
}
